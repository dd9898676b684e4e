import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { NameFilter } from '../../../../server/adapters/events/name-filter.ts'

const DAY = 86_400_000

function names(count: number, receivedAt: number) {
  const bytes = randomBytes(count * 8)
  return Array.from({ length: count }, (_, index) => ({
    high: bytes.readUInt32LE(index * 8) >>> 1,
    low: bytes.readUInt32LE(index * 8 + 4),
    receivedAt,
  }))
}

it('knows every name that was here, over several days and layers', () => {
  const filter = new NameFilter()
  const known = [0, 1, 2].flatMap(day => names(30_000, day * DAY))
  for (const name of known) filter.add(name)
  expect(known.filter(name => !filter.mayHave(name))).toEqual([])
})

it('takes few strangers for known: fewer than one of a thousand, with a hundred thousand names', () => {
  const filter = new NameFilter()
  for (const name of names(100_000, 0)) filter.add(name)
  const mistaken = names(100_000, 0).filter(name => filter.mayHave(name)).length
  expect(mistaken).toBeLessThan(100)
})

it('forgets a day once all of it is too old', () => {
  const filter = new NameFilter()
  const [old, young] = [names(100, DAY - 1), names(100, DAY)]
  for (const name of [...old, ...young]) filter.add(name)
  filter.forget(DAY)
  expect(old.some(name => filter.mayHave(name))).toBe(false)
  expect(young.every(name => filter.mayHave(name))).toBe(true)
})
