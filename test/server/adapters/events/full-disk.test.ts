import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openDuckdbEngine } from '../../../../server/adapters/events/duckdb/engine.ts'
import { createJournaledStore } from '../../../../server/adapters/events/journaled-store.ts'
import { aBatch, anEvent } from '../../../support/events/build.ts'
import { at } from '../../../support/fakes/clock.ts'
import { heardLog } from '../../../support/fakes/log.ts'
import { smallDisk } from '../../../support/small-disk.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const APP = 'wx0000000000000001'
const NOW = at('2026-07-15 11:00')
const FULL_MS = 4_000

it('a store on a full disk refuses, loses nothing that it acknowledged, and counts all by itself once there is room', {
  timeout: 120_000,
}, async context => {
  const folder = tempFolder()
  const disk = smallDisk(folder, 64)
  if (!disk) return context.skip('this user cannot mount a small disk')
  const log = heardLog()
  const clock = { now: () => NOW }
  const own = { folder: path.join(folder, 'events'), openEngine: openDuckdbEngine }
  const store = createJournaledStore({ ...own, keepDays: 400, clock, log })
  onTestFinished(() => store.close())
  let [acknowledged, refused, number] = [0, 0, 0]
  const send = async () => {
    number++
    const events = Array.from({ length: 20 }, () => anEvent({ at: NOW, who: `device ${number}` }))
    const batch = aBatch(APP, `batch ${number}`, events, { receivedAt: NOW })
    await store.append(batch).then(
      () => acknowledged++,
      error => {
        expect(error).toMatchObject({ name: 'EventStoreUnavailable', retryAfterSeconds: expect.any(Number) })
        refused++
      },
    )
  }
  const counted = async () => {
    const ask = { day: '2026-07-15', granularity: 1, page: null, fromMinute: 0, toMinute: 1440 } as const
    const { points } = await store.reports.curve(APP, ask)
    return points.map(({ views, people }) => ({ views, people }))
  }
  for (let turn = 0; turn < 50; turn++) await send()
  await store.settle()
  // some of it is still on its way into the store when the disk gets full
  for (let turn = 0; turn < 50; turn++) await send()
  disk.fill()
  for (const end = performance.now() + FULL_MS; performance.now() < end; await sleep(20)) await send()
  expect(refused).toBeGreaterThan(0)
  expect(log.said).toContain('error: the event store did not take what was accepted')
  disk.clear()
  const taken = acknowledged
  await vi.waitFor(() => send().then(() => expect(acknowledged).toBeGreaterThan(taken)), { timeout: 30_000 })
  for (let turn = 0; turn < 50; turn++) await send()
  await expect
    .poll(counted, { timeout: 60_000, interval: 500 })
    .toEqual([{ views: 20 * acknowledged, people: acknowledged }])
})
