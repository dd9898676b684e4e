import type { Kysely } from 'kysely'
import type { DatacubeReport } from '../../../domain/datacube.ts'
import type { ArchiveEntry } from '../../../ports/archive.ts'
import type { Tables } from '../tables.ts'
import { readStampedEntries, readStamps, type StampedEntry } from './archive-read.ts'
import { readVersionOfBound } from './archive-version.ts'
import { BoundedCache } from './bounded-cache.ts'

/** What an entry weighs besides its answer. */
const OVERHEAD = 400

/** An entry, and a version of the app's archive at which it was not older than the database. */
interface Checked extends StampedEntry {
  version: number
}

/**
 * Archive entries remembered where other instances write too. Nothing is shown unseen: each read asks for the version of
 * the app's archive, one row; since that has changed, for the stamps of the rows; and for the rows whose stamp has
 * changed. A version is read before what is marked with it, so that a mark promises too little and never too much.
 */
export class CheckedEntries {
  readonly #entries: BoundedCache<Checked>
  readonly #db: Kysely<Tables>

  /** @param limit characters of WeChat's answers that are remembered, about as many bytes */
  constructor(db: Kysely<Tables>, limit: number) {
    this.#db = db
    this.#entries = new BoundedCache(limit)
  }

  async read(appid: string, report: DatacubeReport, periods: string[]): Promise<ArchiveEntry[]> {
    if (periods.length === 0) return []
    const version = await readVersionOfBound(this.#db, appid)
    if (version === null) return []
    const keyOf = (period: string) => `${appid} ${report} ${period}`
    const remembered = [...new Set(periods)].map(period => ({ period, known: this.#entries.get(keyOf(period)) }))

    const doubtful = remembered.filter(({ known }) => known !== undefined && known.version !== version)
    const stamps = await readStamps(
      this.#db,
      appid,
      report,
      doubtful.map(({ period }) => period),
    )
    const entries: ArchiveEntry[] = []
    const unknown: string[] = []
    for (const { period, known } of remembered) {
      if (known && (known.version === version || known.stamp === stamps.get(period))) {
        if (known.version < version) known.version = version
        entries.push(known.entry)
      } else unknown.push(period)
    }
    for (const { entry, stamp } of await readStampedEntries(this.#db, appid, report, unknown)) {
      const weight = OVERHEAD + (entry.answer?.length ?? 0)
      this.#entries.set(keyOf(entry.period), { entry: Object.freeze(entry), stamp, version }, weight)
      entries.push(entry)
    }
    return entries.sort((a, b) => (a.period < b.period ? -1 : 1))
  }
}
