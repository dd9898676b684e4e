import type { Revision } from '../../src/contract/report-envelope.ts'
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
  const asked = new Map<DatacubeReport, Set<string>>()
  const { answer, until } = await read({ ...deps, reader: recording(deps.reader, asked) })
  const lists = await Promise.all(
    [...asked].map(async ([report, periods]) => {
      const revisions = await deps.archive.revisions(appid, report, [...periods])
      return revisions.map(revision => ({ ...revision, report }))
    }),
  )
  const revisions = lists.flat().sort((a, b) => b.replacedAt - a.replacedAt)
  return { answer: { ...answer, revisions: revisions.map(asRevision) }, until }
}

/** A reader that notes which periods of which reports it was asked for. */
function recording(reader: PeriodReader, asked: Map<DatacubeReport, Set<string>>): PeriodReader {
  return {
    ...reader,
    read(appid, report, periods, options) {
      const names = asked.get(report) ?? new Set()
      for (const { name } of periods) names.add(name)
      asked.set(report, names)
      return reader.read(appid, report, periods, options)
    },
  }
}

const asRevision = ({ report, period, answer, fetchedAt, replacedAt }: ArchiveRevision & { report: string }) => ({
  report,
  period,
  readAt: new Date(fetchedAt).toISOString(),
  replacedAt: new Date(replacedAt).toISOString(),
  answer: parsed(answer),
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
