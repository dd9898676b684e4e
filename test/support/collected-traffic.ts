import { setTimeout as sleep } from 'node:timers/promises'
import { createJournaledStore } from '../../server/adapters/events/journaled-store.ts'
import { createReports } from '../../server/usecases/reports.ts'
import type { AskReport } from './events/facts-of-answers.ts'
import { type SentBatch, type SentRound, shuffled } from './events/sent-traffic.ts'
import { openHttpApp } from './http-app.ts'
import { madeUpReports } from './report-answers.ts'
import { reportsBench } from './reports-bench.ts'

const APP = 'wxfeedface00000001'
/** However slow the machine. */
const TRIES = 50
const AGAIN_MS = 200
const noLog = { debug() {}, info() {}, warn() {}, error() {} }

/** What a batch came to. */
interface Told {
  accepted: number
  duplicate: boolean
  rejected: unknown[]
}

/** A server in process with real journal, engine and counters, and a clock that goes as far as it is told. */
export async function openCollectedTraffic(folder: string) {
  const bench = reportsBench(() => undefined, '1970-01-02 00:00')
  const { clock } = bench
  const store = createJournaledStore({ folder, keepDays: 36_500, clock, log: noLog })
  const events = { counts: store.reports, lag: store.lag }
  const http = openHttpApp({ clock, reports: { ...madeUpReports, ...createReports({ ...bench, events }) } })
  http.deps.collect.events = store
  const token = await http.bind(APP)
  const { key } = (await (await http.call('GET', `/apps/${APP}/collector`, { token })).json()) as { key: string }
  let name = 0

  async function post(batch: string, { visitor, events }: SentBatch, tries = 1): Promise<Told> {
    const told = events.map(({ type, at, seq, path }) => ({ type, at, path, ...(seq === null ? {} : { seq }) }))
    const body = JSON.stringify({ key, batch, sentAt: clock.now(), visitor: { id: visitor }, events: told })
    const headers = { 'content-type': 'application/json' }
    const response = await http.app.request('/collect/v1', { method: 'POST', headers, body })
    // a server that is full says so: a phone tries again
    if (response.status === 429 && tries < TRIES) {
      await sleep(AGAIN_MS)
      return post(batch, { visitor, events }, tries + 1)
    }
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()) as Told
  }

  return {
    /** Sends a round so many times under the same names, each time in another order; what each time answered. */
    async send({ now, batches }: SentRound, times = 1): Promise<Told[][]> {
      clock.advance(now - clock.now())
      const named = batches.map(batch => ({ name: `batch ${name++}`, batch }))
      const answers: Told[][] = []
      for (let time = 0; time < times; time++) {
        const order = time === 0 ? named : shuffled(named)
        answers.push(await Promise.all(order.map(({ name, batch }) => post(name, batch))))
      }
      return answers
    },
    settle: () => store.settle(),
    /** Lets so much time pass. */
    wait: (ms: number) => clock.advance(ms),
    ask: (async path => {
      const response = await http.call('GET', `/apps/${APP}/reports/${path}&source=collector`, { token })
      if (response.status !== 200) throw new Error(`${path}: ${response.status}: ${await response.text()}`)
      return (await response.json()).data
    }) satisfies AskReport as AskReport,
    close: () => store.close(),
  }
}
