import type { BoundApp } from '../../server/ports/apps.ts'
import { createBackfill } from '../../server/usecases/backfill.ts'
import { createQuotaWatch } from '../../server/usecases/watch-quota.ts'
import { archiveBench } from './archive-bench.ts'
import { at } from './fakes/clock.ts'
import { FakeEvents } from './fakes/events/index.ts'
import { FakeLeases } from './fakes/leases.ts'

/** A backfill over fakes with one bound app; `other()` is a second instance on the same database. */
export function backfillBench(now: string, boundAt = '2026-07-01 12:00') {
  const bench = archiveBench(now)
  const leases = new FakeLeases()
  const events = new FakeEvents(bench.clock)
  const bound = new Map<string, BoundApp>()
  const bind = (appid: string, more: Partial<BoundApp> = {}) => {
    const app = { name: appid, avatarUrl: null, kind: 'miniprogram' as const, tokenState: 'ok' as const }
    bound.set(appid, { ...app, appid, tokenDetail: null, boundAt: at(boundAt), ...more })
  }
  bind('wxapp1')
  const apps = { find: async (appid: string) => bound.get(appid) ?? null, all: async () => [...bound.values()] }
  const instance = (holder: string, { fetcher, reader } = bench.other()) => {
    const quota = createQuotaWatch(bench)
    const { archive, attention, clock, errors } = bench
    const onError = (error: unknown) => errors.push(error)
    const backfill = createBackfill({
      apps,
      archive,
      attention,
      clock,
      reader,
      fetcher,
      quota,
      leases,
      holder,
      onError,
    })
    return { backfill, quota, fetcher, reader }
  }
  const one = instance('one', bench)
  return {
    ...bench,
    leases,
    store: events,
    standing: events.standing,
    apps,
    bind,
    unbind: (appid: string) => bound.delete(appid),
    ...one,
    /** How far the app is filled, as its status tells it. */
    async progress(appid = 'wxapp1') {
      const app = bound.get(appid)
      if (!app) throw new Error(`${appid} is not bound`)
      return one.backfill.progress(app)
    },
    other: () => instance('two'),
  }
}
