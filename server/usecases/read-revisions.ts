import type { Period } from '../../src/contract/periods.ts'
import type { Revision } from '../../src/contract/report-envelope.ts'
import { changedNumbers } from '../domain/changed-numbers.ts'
import type { DatacubeReport } from '../domain/datacube.ts'
import type { ArchiveRevision } from '../ports/archive.ts'
import type { ReportDeps } from './read-overview.ts'
import type { PeriodReader } from './read-periods.ts'
import type { Timed } from './timed-answer.ts'

/** The same answer with what WeChat had said before about the periods that it is made of, newest first. */
export async function withRevisions<Answer extends object>(
  deps: ReportDeps,
  appid: string,
  read: (deps: ReportDeps) => Promise<Timed<Answer>>,
): Promise<Timed<Answer & { revisions: Revision[] }>> {
  const asked: Asked = new Map()
  const { answer, until } = await read({ ...deps, reader: recording(deps.reader, asked) })
  const lists = await Promise.all(
    [...asked].map(async ([report, periods]) => {
      const names = [...periods.keys()]
      const revisions = await deps.archive.revisions(appid, report, names)
      const changed = [...new Set(revisions.map(({ period }) => period))]
      const entries = changed.length > 0 ? await deps.archive.read(appid, report, changed) : []
      return entries.flatMap(entry => {
        const period = periods.get(entry.period)
        return period === undefined ? [] : chain(report, period, entry.answer, revisions)
      })
    }),
  )
  const revisions = lists.flat().sort((a, b) => Date.parse(b.replacedAt) - Date.parse(a.replacedAt))
  return { answer: { ...answer, revisions }, until }
}

/** The periods that each report was asked for, by their names. */
type Asked = Map<DatacubeReport, Map<string, Period>>

/** The earlier answers of a period, each with what the one after it says differently; the newest stands before `now`. */
function chain(
  report: DatacubeReport,
  period: Period,
  now: string | null,
  revisions: readonly ArchiveRevision[],
): Revision[] {
  let later = now
  return revisions
    .filter(one => one.period === period.name)
    .sort((a, b) => b.replacedAt - a.replacedAt)
    .map(({ answer, fetchedAt, replacedAt }) => {
      const changes = later === null ? [] : changedNumbers(report, period, answer, later)
      later = answer
      return {
        report,
        period: period.name,
        readAt: new Date(fetchedAt).toISOString(),
        replacedAt: new Date(replacedAt).toISOString(),
        answer: parsed(answer),
        changes,
      }
    })
}

/** A reader that notes which periods of which reports it was asked for. */
function recording(reader: PeriodReader, asked: Asked): PeriodReader {
  return {
    ...reader,
    read(appid, report, periods, options) {
      const names = asked.get(report) ?? new Map()
      for (const period of periods) names.set(period.name, period)
      asked.set(report, names)
      return reader.read(appid, report, periods, options)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
