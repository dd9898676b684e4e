import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pointsOf, spanOf } from '../../../../server/domain/collector/live-curve.ts'
import { type BothOfDay, reconciled } from '../../../../server/domain/collector/reconciled.ts'
import { bucketsBySource, sourceOfScene } from '../../../../server/domain/collector/source-keys.ts'
import type { MetricId } from '../../../../src/contract/metrics.ts'

const TABLE = new URL('../../../../../shared/tables/scene-values.json', import.meta.url)

describe('the source of a scene', () => {
  it.each([
    [1001, 1],
    [1011, 4],
    [1163, 37],
    [1000, 10],
    [9999, 10],
    [null, 10],
  ])('%s is %s', (scene, source) => {
    expect(sourceOfScene(scene)).toBe(source)
  })

  it.skipIf(!existsSync(TABLE))('is that of the table of scenes', () => {
    const { scenes } = JSON.parse(readFileSync(TABLE, 'utf8')) as { scenes: { scene: number; group: number }[] }
    expect(scenes.filter(({ scene, group }) => sourceOfScene(scene) !== group)).toEqual([])
  })

  it('adds up scenes of one source', () => {
    const scenes = [1001, 1002, null, 1011].map(scene => ({ scene, value: 2 }))
    expect(bucketsBySource(scenes)).toEqual([
      { key: 1, value: 4 },
      { key: 4, value: 2 },
      { key: 10, value: 2 },
    ])
  })
})

describe('the span of a curve', () => {
  it.each([
    ['00:00', '24:00', 5, { granularity: 5, from: 0, to: 1440 }],
    ['14:07', '14:08', 10, { granularity: 10, from: 840, to: 850 }],
    ['14:00', '15:00', 1, { granularity: 1, from: 840, to: 900 }],
    ['12:00', '11:00', 5, null],
  ])('%s to %s by %s minutes', (from, to, granularity, span) => {
    expect(spanOf(from, to, granularity)).toEqual(span)
  })

  it('is 0 in what has begun and unknown in what has not', () => {
    const curve = {
      points: [{ minute: 5, views: 3, people: 2, sessions: 1 }],
      totals: { views: 3, people: 2, sessions: 1 },
      pages: [],
    }
    expect(pointsOf(curve, { granularity: 5, from: 0, to: 15 }, 6).map(({ time, pv }) => [time, pv])).toEqual([
      ['00:00', 0],
      ['00:05', 3],
      ['00:10', null],
    ])
  })
})

describe('official against own numbers', () => {
  const day = (date: string, wechat: number | null, collector: number | null): BothOfDay => ({
    date,
    wechat,
    collector,
    states: { wechat: 'final', collector: 'final' },
  })
  const days = (...pairs: [number | null, number | null][]) =>
    pairs.map(([wechat, collector], index) => day(`2026-07-${String(index + 10)}`, wechat, collector))

  it.each<[MetricId, [number, number], string[]]>([
    ['visit_pv', [100, 100], []],
    ['visit_pv', [100, 99], []],
    ['visit_pv', [100, 80], ['sdk_coverage']],
    ['visit_pv', [100, 120], ['collector_more']],
    ['session_cnt', [100, 80], ['sdk_coverage', 'session_timeout']],
    ['visit_uv', [100, 120], ['collector_more', 'identity']],
    ['visit_uv_new', [10, 30], ['new_since_sdk', 'identity', 'collector_more']],
    ['stay_time_session', [60, 40], ['stay_definition', 'session_timeout']],
    ['visit_depth', [2, 3], ['session_timeout']],
  ])('%s of %s is explained by %s', (metric, pair, causes) => {
    const { points, causes: all } = reconciled(metric, days(pair), '2026-07-01')
    expect([points[0]?.ratio, points[0]?.causes, all]).toEqual([pair[1] / pair[0], causes, causes])
  })

  it('has the median ratio of the whole days that both know', () => {
    const pairs: [number | null, number | null][] = [
      [100, 10],
      [100, 90],
      [100, 80],
      [null, 5],
      [100, 100],
      [0, 3],
    ]
    expect(reconciled('visit_pv', days(...pairs), '2026-07-10').ratio).toBe(0.9)
  })

  it.each<[string, BothOfDay, string]>([
    ['nothing from WeChat', day('2026-07-10', null, 5), 'wechat_unknown'],
    ['nothing from us', day('2026-07-10', 100, null), 'collector_silent'],
    ['0 from us', day('2026-07-10', 100, 0), 'collector_silent'],
    ['our first day', day('2026-07-01', 100, 50), 'collector_began'],
    [
      'a number that may change',
      { ...day('2026-07-10', 100, 50), states: { wechat: 'provisional', collector: 'final' } },
      'wechat_provisional',
    ],
  ])('names %s', (_, one, cause) => {
    expect(reconciled('visit_pv', [one], '2026-07-01').points[0]?.causes).toEqual([cause])
  })

  it('has no ratio to nothing', () => {
    expect(reconciled('visit_pv', days([0, 3]), '2026-07-01')).toMatchObject({ ratio: null, points: [{ ratio: null }] })
  })
})
