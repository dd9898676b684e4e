import type { Phone, SetDataCall } from '../support/weapp/index.ts'

export interface Limit {
  /** Of the page itself; ec-canvas says once how it draws, in 23 bytes that count below. */
  calls?: number
  /** Of all setData together. */
  bytes: number
}

export interface Cost extends Limit {
  what: string
  calls: number
  limit: Limit
}

/** What crosses to the screen while something happens. */
export async function costOf(phone: Phone, what: string, limit: Limit, act: () => Promise<unknown>): Promise<Cost> {
  const before = (await phone.stats()).setData.length
  await act()
  return costOfCalls(what, limit, (await phone.stats()).setData.slice(before))
}

export const costOfCalls = (what: string, limit: Limit, made: readonly SetDataCall[]): Cost => ({
  what,
  calls: callsOf(made, /^page$/).length,
  bytes: sum(made),
  limit,
})

/** The share of one owner, `page` or the path of a component, in the setData of a phone. */
export function callsOf(calls: readonly SetDataCall[], wanted: RegExp): SetDataCall[] {
  return calls.filter(({ owner }) => wanted.test(owner))
}

export const isOver = ({ calls, bytes, limit }: Cost): boolean =>
  bytes > limit.bytes || calls > (limit.calls ?? Number.POSITIVE_INFINITY)

/** One line a cost, as a table for the terminal. */
export function tableOf(costs: readonly Cost[]): string {
  const rows = costs.map(cost => [
    cost.what,
    `${cost.calls}${cost.limit.calls === undefined ? '' : ` / ${cost.limit.calls}`}`,
    `${cost.bytes} / ${cost.limit.bytes}`,
    isOver(cost) ? 'OVER' : '',
  ])
  const all = [['act', 'setData', 'bytes', ''], ...rows]
  const widths = [0, 1, 2, 3].map(at => Math.max(...all.map(row => width(row[at] ?? ''))))
  return all.map(row => row.map((cell, at) => pad(cell, widths[at] ?? 0)).join('  ')).join('\n')
}

const sum = (calls: readonly SetDataCall[]) => calls.reduce((bytes, call) => bytes + call.bytes, 0)
const width = (text: string) => [...text].reduce((cells, one) => cells + (one > '⺀' ? 2 : 1), 0)
const pad = (text: string, cells: number) => text + ' '.repeat(cells - width(text))
