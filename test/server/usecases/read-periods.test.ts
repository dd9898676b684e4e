import { describe, expect, test } from 'vitest'
import { createPeriodFetcher } from '../../../server/usecases/fetch-periods.ts'
import { addDays, periodOf, periodsBetween } from '../../../src/contract/periods.ts'
import { emptyAnswer, visitAnswer } from '../../support/answers.ts'
import { archiveBench } from '../../support/archive-bench.ts'
import { settled } from '../../support/fakes/pauses.ts'

const day = periodOf('day', '2026-07-14')
const month = periodsBetween('day', '2026-06-15', '2026-07-14')

describe('one closed day', () => {
  test('asked fifty times at once is asked of WeChat once', async () => {
    const { reader, datacube } = archiveBench('2026-07-15 16:00')
    const answers = await Promise.all(Array.from({ length: 50 }, () => reader.read('wxapp1', 'visit.daily', [day])))
    expect(datacube.asked).toHaveLength(1)
    expect(answers.map(([reading]) => reading?.rows?.session_cnt)).toEqual(Array(50).fill(17))
  })

  test('is never asked again', async () => {
    const { reader, datacube, clock } = archiveBench('2026-07-15 16:00')
    for (const now of ['2026-07-15 16:00', '2026-07-15 16:00', '2026-07-16 15:00', '2027-07-15 16:00']) {
      clock.set(now)
      const [reading] = await reader.read('wxapp1', 'visit.daily', [day])
      expect(reading?.state).toBe('final')
    }
    expect(datacube.asked).toHaveLength(1)
  })

  test('asked on two instances at once is asked of WeChat once', async () => {
    const { reader, other, datacube, pauses } = archiveBench('2026-07-15 16:00')
    const release = datacube.hold()
    const both = [reader, other().reader].map(one => one.read('wxapp1', 'visit.daily', [day]))
    await settled()
    release()
    await settled()
    pauses.end(200)
    const states = (await Promise.all(both)).map(([reading]) => reading?.state)
    expect(states).toEqual(['final', 'final'])
    expect(datacube.asked).toHaveLength(1)
  })

  test('whose answer came between look and claim is not asked again', async () => {
    const { fetcher, datacube } = archiveBench('2026-07-15 16:00')
    const job = { period: day, recheck: false }
    await Promise.all(fetcher.fetch('wxapp1', 'visit.daily', [job], 'reader'))
    expect(await Promise.all(fetcher.fetch('wxapp1', 'visit.daily', [job], 'reader'))).toEqual(['known'])
    expect(datacube.asked).toHaveLength(1)
  })
})

describe('a day read before 15:00', () => {
  test('is read exactly once more after 15:00, then final', async () => {
    const { reader, datacube, clock } = archiveBench('2026-07-15 10:00')
    const seen: (string | undefined)[] = []
    for (const now of ['10:00', '11:00', '14:59', '15:00', '15:01', '23:59']) {
      clock.set(`2026-07-15 ${now}`)
      const [reading] = await reader.read('wxapp1', 'visit.daily', [day])
      seen.push(`${reading?.state} ${datacube.asked.length}`)
    }
    expect(seen).toEqual(['provisional 1', 'provisional 1', 'provisional 1', 'final 2', 'final 2', 'final 2'])
  })

  test('keeps its numbers, marked stale, when they cannot be confirmed', async () => {
    const { reader, datacube, clock } = archiveBench('2026-07-15 10:00')
    await reader.read('wxapp1', 'visit.daily', [day])
    clock.set('2026-07-15 15:00')
    datacube.script = () => ({ failure: 'timed_out' })
    const [reading] = await reader.read('wxapp1', 'visit.daily', [day])
    expect(reading).toMatchObject({ state: 'stale', reason: 'upstream_failed', rows: { session_cnt: 17 } })
  })

  test('shows the other numbers that WeChat gives later, as a revision', async () => {
    const { reader, datacube, clock, archive } = archiveBench('2026-07-15 10:00')
    await reader.read('wxapp1', 'visit.daily', [day])
    clock.set('2026-07-15 15:00')
    datacube.script = () => visitAnswer('2026-07-14', { session_cnt: 18 })
    const [reading] = await reader.read('wxapp1', 'visit.daily', [day])
    expect(reading?.rows?.session_cnt).toBe(18)
    expect([...archive.entries.values()].map(entry => entry.revised)).toEqual([true])
  })
})

test('an answer read by a clock that was ahead is read again once', async () => {
  const { reader, datacube, clock } = archiveBench('2026-08-15 16:00')
  await reader.read('wxapp1', 'visit.daily', [day])
  clock.set('2026-07-15 16:00')
  datacube.script = () => visitAnswer('2026-07-14', { session_cnt: 18 })
  const [reading] = await reader.read('wxapp1', 'visit.daily', [day])
  await reader.read('wxapp1', 'visit.daily', [day])
  expect(reading).toMatchObject({ state: 'final', rows: { session_cnt: 18 } })
  expect(datacube.asked).toHaveLength(2)
})

describe('thirty days of which one fails', () => {
  test('leave twenty-nine and say which', async () => {
    const { reader, datacube } = archiveBench('2026-07-15 16:00')
    datacube.script = question => (question.from === '2026-07-01' ? { failure: 'failed' } : undefined)
    const readings = await reader.read('wxapp1', 'visit.daily', month)
    expect(readings.filter(reading => reading.rows !== null)).toHaveLength(29)
    expect(readings.filter(reading => reading.state !== 'final')).toMatchObject([
      { period: { name: '2026-07-01' }, state: 'failed', reason: 'upstream_failed', rows: null },
    ])
  })

  test('come in the order asked and are fetched newest first', async () => {
    const { reader, datacube } = archiveBench('2026-07-15 16:00')
    const readings = await reader.read('wxapp1', 'visit.daily', month)
    expect(readings.map(reading => reading.period)).toEqual(month)
    expect(datacube.asked.map(question => question.from)).toEqual(month.map(period => period.name).reverse())
  })
})

describe('what takes too long', () => {
  test('is pending after the wait, and there later', async () => {
    const { reader, datacube, pauses, fetcher } = archiveBench('2026-07-15 16:00')
    const release = datacube.hold()
    const waiting = reader.read('wxapp1', 'visit.daily', [day])
    await settled()
    pauses.end(5_000)
    expect(await waiting).toMatchObject([{ state: 'pending', reason: 'filling', rows: null, fetchedAt: null }])
    release()
    await fetcher.drain()
    expect(await reader.read('wxapp1', 'visit.daily', [day])).toMatchObject([{ state: 'final' }])
    expect(datacube.asked).toHaveLength(1)
  })

  test('is not waited for longer than five seconds', async () => {
    const { reader, datacube, pauses, fetcher } = archiveBench('2026-07-15 16:00')
    const release = datacube.hold()
    const waiting = reader.read('wxapp1', 'visit.daily', [day])
    await settled()
    expect(pauses.lengths).toEqual([5_000])
    release()
    await waiting
    await fetcher.drain()
    expect(pauses.lengths).toEqual([])
  })

  test('is asked by nobody when only the archive is wanted', async () => {
    const { reader, datacube } = archiveBench('2026-07-15 16:00')
    const [reading] = await reader.read('wxapp1', 'visit.daily', [day], { archiveOnly: true })
    expect([reading?.state, datacube.asked.length]).toEqual(['pending', 0])
  })
})

describe('an empty answer', () => {
  test('for yesterday is asked again after ten minutes', async () => {
    const { reader, datacube, clock } = archiveBench('2026-07-15 09:00')
    datacube.script = () => emptyAnswer
    const seen: string[] = []
    for (const now of ['09:00', '09:09', '09:10']) {
      clock.set(`2026-07-15 ${now}`)
      const [reading] = await reader.read('wxapp1', 'visit.daily', [day])
      seen.push(`${reading?.state} ${datacube.asked.length}`)
    }
    expect(seen).toEqual(['not_ready 1', 'not_ready 1', 'not_ready 2'])
  })

  test('between days with data is asked once more a day later, then never', async () => {
    const { reader, datacube, clock } = archiveBench('2026-07-15 16:00')
    datacube.script = question => (question.from === '2026-07-10' ? emptyAnswer : undefined)
    const empty = [periodOf('day', '2026-07-10')]
    const asked = () => datacube.asked.filter(question => question.from === '2026-07-10').length
    await reader.read('wxapp1', 'visit.daily', month)
    const seen: number[] = []
    for (const now of ['2026-07-16 15:59', '2026-07-16 16:00', '2026-07-18 16:00', '2027-01-01 00:00']) {
      clock.set(now)
      const [reading] = await reader.read('wxapp1', 'visit.daily', empty)
      expect(reading).toMatchObject({ state: 'missing', rows: null })
      seen.push(asked())
    }
    expect(seen).toEqual([1, 2, 2, 2])
  })

  test('of an app without data is asked once', async () => {
    const { reader, datacube, clock } = archiveBench('2026-07-15 16:00')
    datacube.script = () => emptyAnswer
    await reader.read('wxapp1', 'visit.daily', month)
    clock.set('2026-08-15 16:00')
    const readings = await reader.read('wxapp1', 'visit.daily', month)
    expect(new Set(readings.map(reading => reading.state))).toEqual(new Set(['missing']))
    expect(datacube.asked).toHaveLength(30)
  })
})

describe('refusals', () => {
  test('are forgotten when the admin has mended the account', async () => {
    const { reader, datacube, fetcher } = archiveBench('2026-07-15 16:00')
    datacube.script = () => ({ failure: 'secret_refused' })
    expect(await reader.read('wxapp1', 'visit.daily', [day])).toMatchObject([
      { state: 'failed', reason: 'secret_refused' },
    ])
    datacube.script = () => undefined
    expect(await reader.read('wxapp1', 'visit.daily', [day])).toMatchObject([{ state: 'failed' }])
    fetcher.wake('wxapp1')
    expect(await reader.read('wxapp1', 'visit.daily', [day])).toMatchObject([{ state: 'final' }])
  })

  test('nothing is kept of an app that was unbound meanwhile', async () => {
    const { reader, archive, datacube } = archiveBench('2026-07-15 16:00')
    const release = datacube.hold()
    const waiting = reader.read('wxapp1', 'visit.daily', [day])
    await settled()
    archive.unbound.add('wxapp1')
    release()
    await waiting
    expect(archive.entries.size).toBe(0)
  })
})

describe('faults of our own', () => {
  test('an archive that cannot be written is told about, and the reader gets an answer', async () => {
    const bench = archiveBench('2026-07-15 16:00')
    bench.archive.keep = async () => {
      throw new Error('disk full')
    }
    const [reading] = await bench.reader.read('wxapp1', 'visit.daily', [day])
    expect(reading?.state).toBe('failed')
    expect(bench.errors).toMatchObject([{ message: 'disk full' }])
  })

  test('a claim that fails settles every call of its batch', async () => {
    const bench = archiveBench('2026-07-15 16:00')
    bench.archive.claim = async () => {
      throw new Error('no database')
    }
    const readings = await bench.reader.read('wxapp1', 'visit.daily', month)
    expect(new Set(readings.map(({ state, reason }) => `${state} ${reason}`))).toEqual(
      new Set(['failed storage_failed']),
    )
    await bench.fetcher.drain()
    expect(bench.errors).toMatchObject([{ message: 'no database' }])
  })
})

test('the calls of a long range go to WeChat in portions', async () => {
  const { archive, clock, datacube } = archiveBench('2026-07-15 16:00')
  const fetcher = createPeriodFetcher({ archive, datacube, clock, onError: () => {} })
  const release = datacube.hold()
  const year = periodsBetween('day', addDays('2026-07-14', -365), '2026-07-14')
  const flights = fetcher.fetch(
    'wxapp1',
    'visit.daily',
    year.map(period => ({ period, recheck: false })),
    'reader',
  )
  await settled()
  expect(datacube.asked).toHaveLength(20)
  release()
  expect(new Set(await Promise.all(flights))).toEqual(new Set(['answered']))
})

describe('a database that takes nothing', () => {
  const noRoom = () => Promise.reject(new Error('could not extend file: No space left on device'))

  test.each(['claim', 'keep'] as const)('is said to be ours, and is over by itself: %s', async verb => {
    const { reader, archive, datacube, clock, errors } = archiveBench('2026-07-15 16:00')
    const [works, notes] = [archive[verb], archive.note]
    Object.assign(archive, { [verb]: noRoom, note: noRoom })
    const [full] = await reader.read('wxapp1', 'visit.daily', [day])
    expect(full).toMatchObject({ state: 'failed', reason: 'storage_failed', rows: null })
    expect(errors.length).toBeGreaterThan(0)
    const asked = datacube.asked.length
    await reader.read('wxapp1', 'visit.daily', [day])
    expect(datacube.asked).toHaveLength(asked)

    Object.assign(archive, { [verb]: works, note: notes })
    clock.advance(21_000)
    const [again] = await reader.read('wxapp1', 'visit.daily', [day])
    expect(again).toMatchObject({ state: 'final', reason: null })
  })

  test('leaves the numbers that are known', async () => {
    const { reader, archive, clock } = archiveBench('2026-07-15 10:00')
    await reader.read('wxapp1', 'visit.daily', [day])
    clock.set('2026-07-15 15:30')
    Object.assign(archive, { keep: noRoom, note: noRoom })
    const [reading] = await reader.read('wxapp1', 'visit.daily', [day])
    expect(reading).toMatchObject({ state: 'stale', reason: 'storage_failed', rows: { session_cnt: 17 } })
  })
})
