import { type Period, yesterdayOf } from '../../src/contract/periods.ts'
import type { PortraitUsers } from '../../src/contract/portrait.ts'
import type { PortraitAnswer } from '../../src/contract/report-portrait.ts'
import { freshnessOf } from '../domain/freshness.ts'
import { portraitData } from '../domain/portrait-data.ts'
import { type PortraitRangeQuery, portraitRange, portraitReport } from '../domain/portrait-range.ts'
import type { Source } from '../domain/ranges.ts'
import { reportPeriod, shiftReportPeriod } from '../domain/report-periods.ts'
import { ProblemError } from '../errors.ts'
import type { ReportDeps } from './read-overview.ts'
import { READER_WAIT_MS } from './read-periods.ts'
import { type Timed, timedAnswer } from './timed-answer.ts'

export interface PortraitQuestion extends PortraitRangeQuery {
  appid: string
  users: PortraitUsers
}

/** @throws ProblemError `invalid` for a range that WeChat draws no portrait of */
export function checkPortrait(question: PortraitQuestion, now: number, source: Source = 'wechat'): Period {
  const checked = portraitRange(question, now, source)
  if ('issues' in checked) throw new ProblemError('invalid', { issues: checked.issues })
  return checked.range
}

/**
 * 用户画像. New and active users come in one answer. A range without numbers adds the last one of its length that has
 * some: yesterday's is often computed in the afternoon only.
 */
export async function readPortrait(
  deps: ReportDeps,
  question: PortraitQuestion,
  range: Period,
): Promise<Timed<PortraitAnswer>> {
  const { appid, days, users } = question
  const began = deps.clock.now()
  const [reading] = await deps.reader.read(appid, portraitReport(days), [range])
  if (!reading) throw new Error('a reader answers every period asked')
  const half = reading.rows?.[users] ?? null
  const stated = { ...reading, state: reading.rows && !half ? ('missing' as const) : reading.state }
  const latest = reading.rows ? null : await readLatest(deps, question, range, began)
  const data = portraitData(half)
  return timedAnswer(
    'portrait',
    { appid, ...range },
    [stated],
    reading.rows ? data : { ...data, latest: latest?.data ?? null },
    freshnessOf([stated], latest ? [latest.reading] : []),
  )
}

/**
 * The range of the day before, asked for as long as WeChat answers it, else the newest before it that the archive holds. Both
 * ranges together are waited for no longer than one.
 */
async function readLatest(
  { reader, archive, clock }: ReportDeps,
  question: PortraitQuestion,
  range: Period,
  began: number,
) {
  const { appid, days, users } = question
  const report = portraitReport(days)
  const isNewest = range.to === yesterdayOf(clock.now())
  const waitMs = Math.max(0, READER_WAIT_MS - (clock.now() - began))
  const dayBefore = isNewest ? [shiftReportPeriod(report, range, -1)] : []
  const [before] = await reader.read(appid, report, dayBefore, { waitMs })
  const name = before?.rows ? null : await archive.latestWithData(appid, report, range.name)
  const known = name === null ? null : reportPeriod(report, name.slice(-10))
  const [newest] = known ? await reader.read(appid, report, [known], { archiveOnly: true }) : []
  const reading = before?.rows ? before : newest
  if (!reading?.rows) return null
  const { from, to } = reading.period
  return { reading, data: { from, to, ...portraitData(reading.rows[users]) } }
}
