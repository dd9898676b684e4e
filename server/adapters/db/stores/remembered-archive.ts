import type { Apps } from '../../../ports/apps.ts'
import type { Archive, ArchiveKey } from '../../../ports/archive.ts'
import type { Remarks } from '../../../ports/remarks.ts'
import { EntryMemory } from './entry-memory.ts'
import { Memory } from './memory.ts'

const VERSIONS = 10_000
/** Characters of WeChat's answers, about as many bytes, twice as many where one is not Latin. */
export const ANSWER_CHARACTERS = 12_000_000

/**
 * Versions and entries from memory. Each write to the archive makes it forget the versions and the entry, each binding
 * everything.
 */
export function rememberArchive<S extends { archive: Archive; apps: Apps; remarks: Remarks }>(stores: S): S {
  const versions = new Memory<number>(VERSIONS)
  const entries = new EntryMemory(ANSWER_CHARACTERS)
  const { archive, apps, remarks } = stores
  const keyOf = ({ appid, report, period }: ArchiveKey) => `${appid} ${report} ${period}`
  const forgetEntry = <T>(key: ArchiveKey, write: Promise<T>) =>
    versions.forgetAfter(entries.forgetAfter(keyOf(key), write))
  const forgetAll = <T>(write: Promise<T>) => versions.forgetAfter(entries.forgetAllAfter(write))
  return {
    ...stores,
    archive: {
      ...archive,
      version: appid => versions.recall(appid, () => archive.version(appid)),
      read: (appid, report, periods) =>
        entries.recall(
          period => keyOf({ appid, report, period }),
          periods,
          unknown => archive.read(appid, report, unknown),
        ),
      keep: answer => forgetEntry(answer, archive.keep(answer)),
      note: attempt => forgetEntry(attempt, archive.note(attempt)),
      erase: appid => forgetAll(archive.erase(appid)),
    },
    remarks: {
      ...remarks,
      write: (appid, path, remark) => versions.forgetAfter(remarks.write(appid, path, remark)),
    },
    apps: {
      ...apps,
      bind: (app, secret, adminId) => forgetAll(apps.bind(app, secret, adminId)),
      unbind: (appid, options, deed) => forgetAll(apps.unbind(appid, options, deed)),
    },
  }
}
