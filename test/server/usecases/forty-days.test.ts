import { expect, test } from 'vitest'
import { createSchedule } from '../../../server/usecases/schedule.ts'
import { syncDaily } from '../../../server/usecases/sync-daily.ts'
import { addDays, type Day, dayOf, startOfDay, yesterdayOf } from '../../../src/contract/periods.ts'
import { portraitDays } from '../../../src/contract/portrait.ts'
import { retentionKeys } from '../../../src/contract/retention.ts'
import { portraitAnswer, retentionAnswer } from '../../support/answers.ts'
import { backfillBench } from '../../support/backfill-bench.ts'
import { at } from '../../support/fakes/clock.ts'

const FIRST = '2026-07-15'
const DAYS = 40
const HOUR = 3_600_000

/** Scheduler and backfill over forty days of half hours; WeChat knows yesterday from ten o'clock on. */
async function fortyDays() {
  const bench = backfillBench(`${FIRST} 09:00`, `${FIRST} 08:59`)
  const { clock, datacube, reader, fetcher } = bench
  const calls: { day: Day; time: number; report: string; from: Day; to: Day }[] = []
  datacube.script = ({ report, from, to }) => {
    const day = dayOf(clock.now())
    calls.push({ day, time: (clock.now() - startOfDay(day)) / HOUR, report, from, to })
    const computed = yesterdayOf(clock.now() - 10 * HOUR)
    if (to > computed) return { failure: 'not_ready' }
    if (report.startsWith('portrait')) return portraitAnswer(to)
    if (report !== 'retention.daily') return undefined
    const keys = retentionKeys.day.filter(key => addDays(from, key) <= computed)
    return retentionAnswer(from, Object.fromEntries(keys.map(key => [key, 100 - key])))
  }
  const schedule = createSchedule({
    ...bench,
    holder: 'one',
    sync: appid => syncDaily({ reader, fetcher, clock }, appid),
    onError: error => bench.errors.push(error),
  })
  for (const end = at(`${FIRST} 09:00`) + DAYS * 24 * HOUR; clock.now() < end; clock.advance(HOUR / 2)) {
    await schedule.tick()
    await bench.backfill.idle()
  }
  expect(bench.errors).toEqual([])
  return calls
}

const calls = await fortyDays()
const of = (report: string) => calls.filter(call => call.report === report)

test('a cohort is read on the day each of its keys matures, and not one time more', () => {
  for (let back = 1; back <= 8; back++) {
    const cohort = addDays(FIRST, back)
    const days = of('retention.daily').filter(({ from }) => from === cohort)
    const answered = days.filter(({ day }, index) => days[index + 1]?.day !== day).map(({ day }) => day)
    expect(answered).toEqual(
      retentionKeys.day.map(key => addDays(cohort, key + 1)).filter(day => day < addDays(FIRST, DAYS)),
    )
  }
})

test('no cohort costs a call more than one a key, and two on its first morning before WeChat was ready', () => {
  const cohort = addDays(FIRST, 1)
  const reads = of('retention.daily').filter(({ from }) => from === cohort)
  expect(reads.map(({ time }) => time)).toEqual([9, 9.5, ...retentionKeys.day.map(() => 10)])
})

test.each(portraitDays)(
  'the portrait of %s days is collected every day, read twice when the first read was early',
  days => {
    for (let day = FIRST; day < addDays(FIRST, DAYS - 2); day = addDays(day, 1)) {
      const reads = of(`portrait.${days}`).filter(({ to }) => to === day)
      const ready = reads.filter(read => read.time >= 10).map(read => `${read.day} ${read.time}`)
      expect(ready).toEqual([`${addDays(day, 1)} 10`, `${addDays(day, 1)} 15`])
    }
  },
)

test.each(['visit.daily', 'pages.daily', 'distribution.daily', 'summary.daily'])(
  'a day of %s is read once early and once for good, and never again',
  report => {
    for (let day = FIRST; day < addDays(FIRST, DAYS - 2); day = addDays(day, 1)) {
      const reads = of(report).filter(({ from, time }) => from === day && time >= 10)
      expect(reads.map(read => `${read.day} ${read.time}`)).toEqual([`${addDays(day, 1)} 10`, `${addDays(day, 1)} 15`])
    }
  },
)
