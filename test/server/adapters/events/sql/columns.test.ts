import { describe, expect, it } from 'vitest'
import { batchHash, batchLongs, hashOf, longOf } from '../../../../../server/adapters/events/hashing.ts'
import { Column, columnsOf } from '../../../../../server/adapters/events/sql/columns.ts'

const held = (column: Column) => Array.from({ length: column.length }, (_, row) => column.at(row))

describe('a column', () => {
  it.each([
    ['bigint', [0n, 1n, -1n, 1_753_000_000_123n, -86_400_001n, 2n ** 63n - 1n, 2n ** 53n, null]],
    ['integer', [0, 1, -2, 2 ** 31 - 1, null, -(2 ** 31)]],
    ['varchar', ['', '路径', null, '\u{1f600}']],
  ] as const)('of %s gives back what it was given', (type, values) => {
    const column = new Column(type, values.length)
    for (const [row, value] of values.entries()) column.set(row, value)
    expect(held(column)).toEqual(values)
  })

  it.each([1_753_000_000_123, -1, -86_400_001, 0, 2 ** 32, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
    'holds the number %i as the bigint it is',
    value => {
      const column = new Column('bigint', 1)
      column.set(0, value)
      expect(held(column)).toEqual([BigInt(value)])
    },
  )

  it('knows what holds nothing beyond the first word of its bits', () => {
    const rows = Array.from({ length: 200 }, (_, row) => [row % 7 === 0 ? null : row])
    const [column] = columnsOf({ name: 'numbers', columns: [{ name: 'a', type: 'integer' }] }, rows)
    expect(column && held(column)).toEqual(rows.flat())
  })
})

it('hashes in halves are the hashes', () => {
  for (let index = 0; index < 200; index++) {
    const [column, one, other] = [0, 1, 2].map(() => new Column('bigint', 1))
    column?.setLong(0, longOf('wx1', 'device', `d${index}`))
    const [a, b] = batchLongs(`b${index}`)
    one?.setLong(0, a)
    other?.setLong(0, b)
    expect([column?.at(0), one?.at(0), other?.at(0)]).toEqual([
      hashOf('wx1', 'device', `d${index}`),
      ...batchHash(`b${index}`),
    ])
  }
  expect(hashOf('wx1', 'device', 'd')).toBe(353_820_288_394_187_237n)
})
