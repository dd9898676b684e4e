import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bucket } from '../../../server/domain/buckets.ts'
import { type CohortReading, retentionData } from '../../../server/domain/retention-data.ts'
import { addDays, periodOf } from '../../../src/contract/periods.ts'
import { retentionKeys } from '../../../src/contract/retention.ts'
import { at } from '../../support/fakes/clock.ts'

const NOW = at('2026-07-15 16:00')
const YESTERDAY = '2026-07-14'

const anyBuckets = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom(...retentionKeys.day),
      value: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1e6 })),
    }),
    { selector: bucket => bucket.key },
  )
  .chain(list => fc.shuffledSubarray(list, { minLength: list.length }))

/** Days back from yesterday, and what WeChat says of the cohort; `null` is a failed day. */
const anyCohorts = fc.uniqueArray(fc.tuple(fc.nat(45), fc.option(anyBuckets)), {
  selector: ([back]) => back,
  maxLength: 20,
})
type Cohorts = [number, Bucket[] | null][]

const readingOf = ([back, fresh]: Cohorts[number]): CohortReading => ({
  period: periodOf('day', addDays(YESTERDAY, -back)),
  state: fresh ? 'final' : 'failed',
  reason: null,
  fetchedAt: fresh ? NOW : null,
  rows: fresh ? { new: fresh, active: [] } : null,
})
const dataOf = (cohorts: Cohorts) => retentionData('retention.daily', cohorts.map(readingOf), 'new', NOW)
const saidOf = (buckets: Bucket[] | null, key: number) => buckets?.find(bucket => bucket.key === key)?.value ?? null
const isOver = (back: number, key: number) => key <= back

describe('cohorts of any days', () => {
  test('tell value, immature and missing apart, and 0 from unknown', () => {
    fc.assert(
      fc.property(anyCohorts, cohorts => {
        const { rows } = dataOf(cohorts)
        for (const [index, [back, fresh]] of cohorts.entries()) {
          for (const { key, count, state } of rows[index]?.cells ?? []) {
            const said = isOver(back, key) ? saidOf(fresh, key) : null
            const absent = isOver(back, key) && (fresh || key < back) ? 'missing' : 'immature'
            expect([key, count, state]).toEqual([key, said, said === null ? absent : 'value'])
          }
        }
      }),
    )
  })

  test('never divide by nobody, and by nothing but the cohort', () => {
    fc.assert(
      fc.property(anyCohorts, cohorts => {
        for (const { size, cells } of dataOf(cohorts).rows) {
          for (const { count, rate } of cells) expect(rate).toBe(count !== null && size ? count / size : null)
        }
      }),
    )
  })

  test('have the mean of those who could have come back: all who came over all who could', () => {
    fc.assert(
      fc.property(anyCohorts, cohorts => {
        for (const { key, rate } of dataOf(cohorts).mean) {
          const ripe = cohorts.flatMap(([back, fresh]) => {
            const [size, count] = [saidOf(fresh, 0), saidOf(fresh, key)]
            return isOver(back, key) && size && count !== null ? [{ size, count }] : []
          })
          const people = ripe.reduce((sum, { size }) => sum + size, 0)
          expect(rate).toBe(people > 0 ? ripe.reduce((sum, { count }) => sum + count, 0) / people : null)
        }
      }),
    )
  })

  test('have a mean that failed, empty and unripe cohorts do not move', () => {
    fc.assert(
      fc.property(anyCohorts, cohorts => {
        const ripe: Cohorts = cohorts.filter(([, fresh]) => saidOf(fresh, 0))
        const besides: Cohorts = [
          [60, null],
          [61, []],
          [
            62,
            [
              { key: 0, value: 0 },
              { key: 1, value: 9 },
            ],
          ],
        ]
        expect(dataOf([...ripe, ...besides]).mean).toEqual(dataOf(ripe).mean)
      }),
    )
  })

  test('are the same in whatever order cohorts and keys come', () => {
    const orders = anyCohorts.chain(cohorts =>
      fc.tuple(fc.constant(cohorts), fc.shuffledSubarray(cohorts, { minLength: cohorts.length })),
    )
    fc.assert(
      fc.property(orders, ([cohorts, others]) => {
        const turned = others.map(([back, fresh]): Cohorts[number] => [back, fresh?.toReversed() ?? null])
        const rowsOf = (all: Cohorts) => new Map(dataOf(all).rows.map(row => [row.period, row]))
        expect(rowsOf(turned)).toEqual(rowsOf(cohorts))
        expect(dataOf(turned).mean).toEqual(dataOf(cohorts).mean)
      }),
    )
  })
})
