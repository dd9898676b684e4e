import { expect, it } from 'vitest'
import { TurnBudget } from '../../../server/http/turn-budget.ts'

const nextTurn = () => new Promise(resolve => setImmediate(resolve))
const taken = (budget: TurnBudget, count: number) =>
  Array.from({ length: count }, () => budget.take()).filter(isTaken => isTaken).length

it('a flood in one turn of the event loop is taken up to a number, and again in the next turn', async () => {
  const budget = new TurnBudget()
  expect(taken(budget, 2_000)).toBe(500)
  await nextTurn()
  expect(taken(budget, 2_000)).toBe(500)
})
