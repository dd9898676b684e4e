import type { Apps } from '../../../ports/apps.ts'
import type { Archive, ArchiveEntry } from '../../../ports/archive.ts'
import type { Remarks } from '../../../ports/remarks.ts'
import { Memory } from './memory.ts'

const VERSIONS = 10_000
/** Characters of WeChat's answers, about twice as many bytes. */
const ANSWER_CHARACTERS = 8_000_000
const ENTRY_OVERHEAD = 300

const weigh = (entries: ArchiveEntry[]) =>
  entries.reduce((sum, { answer }) => sum + ENTRY_OVERHEAD + (answer?.length ?? 0), ENTRY_OVERHEAD)

/** Versions and entries from memory; each write to the archive, and each binding, makes it forget. */
export function rememberArchive<S extends { archive: Archive; apps: Apps; remarks: Remarks }>(stores: S): S {
  const versions = new Memory<number>(VERSIONS)
  const entries = new Memory<ArchiveEntry[]>(ANSWER_CHARACTERS)
  const { archive, apps, remarks } = stores
  const forgetAfter = <T>(write: Promise<T>) => versions.forgetAfter(entries.forgetAfter(write))
  return {
    ...stores,
    archive: {
      ...archive,
      version: appid => versions.recall(appid, () => archive.version(appid)),
      read: (appid, report, periods) =>
        entries.recall(
          [appid, report, ...periods].join(' '),
          // shared by all readers from now on
          async () => Object.freeze(await archive.read(appid, report, periods)) as ArchiveEntry[],
          weigh,
        ),
      keep: answer => forgetAfter(archive.keep(answer)),
      note: attempt => forgetAfter(archive.note(attempt)),
      erase: appid => forgetAfter(archive.erase(appid)),
    },
    remarks: {
      ...remarks,
      write: (appid, path, remark) => forgetAfter(remarks.write(appid, path, remark)),
    },
    apps: {
      ...apps,
      bind: (app, secret, adminId) => forgetAfter(apps.bind(app, secret, adminId)),
      unbind: (appid, options) => forgetAfter(apps.unbind(appid, options)),
    },
  }
}
