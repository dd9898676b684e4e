import type { Archive } from '../../ports/archive.ts'
import type { Metrics } from './metrics.ts'

/** Counts, for each look at a period, whether the archive held its answer. */
export function measureArchive(archive: Archive, metrics: Pick<Metrics, 'archive'>): Archive {
  return {
    ...archive,
    async read(appid, report, periods) {
      const entries = await archive.read(appid, report, periods)
      const hits = entries.filter(entry => entry.answer !== null).length
      metrics.archive('hit', hits)
      metrics.archive('miss', periods.length - hits)
      return entries
    },
  }
}
