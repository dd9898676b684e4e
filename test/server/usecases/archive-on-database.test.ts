import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAttention } from '../../../server/usecases/attention.ts'
import { createPeriodFetcher } from '../../../server/usecases/fetch-periods.ts'
import { createPeriodReader } from '../../../server/usecases/read-periods.ts'
import { createReports } from '../../../server/usecases/reports.ts'
import { periodOf } from '../../../src/contract/periods.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'
import { at, FakeClock } from '../../support/fakes/clock.ts'
import { FakeDatacube } from '../../support/fakes/datacube.ts'
import { FakePauses } from '../../support/fakes/pauses.ts'

let opened: TestStores
let apps = 0

beforeAll(async () => {
  opened = await openTestStores()
  const person = { id: 'p1', nickname: 'Tester', avatarUrl: null, handle: null, locale: 'en' as const, pin: '0000' }
  await opened.stores.people.register(person, { openidHash: null, unionidHash: null }, at('2026-07-01 12:00'))
})
afterAll(() => opened.close())

/** A reader over the real archive, for an app of its own. */
async function bench(now: string) {
  const { archive } = opened.stores
  const clock = new FakeClock(at(now))
  const datacube = new FakeDatacube()
  const onError = (error: unknown) => expect.unreachable(String(error))
  const fetcher = createPeriodFetcher({ archive, datacube, clock, onError })
  const reader = createPeriodReader({
    archive,
    fetcher,
    clock,
    pauses: new FakePauses().start,
    attention: createAttention(clock),
  })
  apps += 1
  const appid = `wxdatabase${apps}`
  const app = { appid, name: appid, avatarUrl: null, kind: 'miniprogram' as const, tokenState: 'ok' as const }
  await opened.stores.apps.bind({ ...app, boundAt: at('2026-07-01 12:00'), tokenDetail: null }, 'secret', 'p1')
  return {
    appid,
    archive,
    clock,
    datacube,
    reader,
    reports: createReports({ archive, clock, reader, remarks: opened.stores.remarks }),
  }
}

const day = periodOf('day', '2026-07-14')

describe('on the real archive', () => {
  test('a closed day asked fifty times at once costs one call, and none for ever after', async () => {
    const { appid, reader, datacube, clock } = await bench('2026-07-15 16:00')
    await Promise.all(Array.from({ length: 50 }, () => reader.read(appid, 'visit.daily', [day])))
    clock.set('2027-07-15 16:00')
    expect(await reader.read(appid, 'visit.daily', [day])).toMatchObject([
      { state: 'final', rows: { session_cnt: 17 } },
    ])
    expect(datacube.asked).toHaveLength(1)
  })

  test('a provisional day is read once more after 15:00', async () => {
    const { appid, reader, datacube, clock } = await bench('2026-07-15 10:00')
    const states: (string | undefined)[] = []
    for (const now of ['10:00', '14:59', '15:00', '16:00']) {
      clock.set(`2026-07-15 ${now}`)
      states.push((await reader.read(appid, 'visit.daily', [day]))[0]?.state)
    }
    expect(states).toEqual(['provisional', 'provisional', 'final', 'final'])
    expect(datacube.asked).toHaveLength(2)
  })

  test('a day read by a clock that was ahead is read again once', async () => {
    const { appid, reader, datacube, clock } = await bench('2026-08-15 16:00')
    for (const now of ['2026-08-15', '2026-07-15', '2026-07-15']) {
      clock.set(`${now} 16:00`)
      expect(await reader.read(appid, 'visit.daily', [day])).toMatchObject([{ state: 'final' }])
    }
    expect(datacube.asked).toHaveLength(2)
  })

  test('数据概况 costs nine calls, and is the same object until something is written', async () => {
    const { appid, reports, reader, datacube } = await bench('2026-07-15 16:00')
    const overview = () => reports.overview({ appid, source: 'wechat' })
    await overview()
    const known = await overview()
    expect(await overview()).toBe(known)
    expect(datacube.asked).toHaveLength(9)
    await reader.read(appid, 'visit.daily', [periodOf('day', '2026-05-01')])
    expect(await overview()).not.toBe(known)
  })

  test('nothing is kept of an app that was unbound while WeChat was asked', async () => {
    const { appid, archive, reader, datacube } = await bench('2026-07-15 16:00')
    const release = datacube.hold()
    const waiting = reader.read(appid, 'visit.daily', [day])
    await expect.poll(() => datacube.asked.length).toBe(1)
    await opened.stores.apps.unbind(appid, { keepArchive: false }, { actorId: 'admin', at: 0 })
    release()
    await waiting
    expect(await archive.read(appid, 'visit.daily', ['2026-07-14'])).toEqual([])
  })
})
