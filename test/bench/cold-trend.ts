import type { Sandbox, SandboxApp } from '../../server/sandbox/index.ts'
import { temporaryFolder } from '../support/server-process.ts'
import { type Ask, bind, openWholeServer, sampleApp } from '../support/whole-server.ts'
import { daysAgo } from './days.ts'
import { type Figure, figure, median } from './table.ts'

const LATENCY_MS = 100
const LANES = 5
const DAYS = 30
const APPS = [1, 2, 3, 4, 5].map(sampleApp)

/**
 * The first look at 30 days that nobody has asked for, from the binding on: a token and 30 calls at 5 a time are seven rounds of upstream time.
 * Those seven rounds are measured beside it, by asking the same upstream directly.
 */
export async function coldTrend(): Promise<Figure[]> {
  const data = await temporaryFolder()
  const whole = await openWholeServer({ dataDir: data.folder, apps: APPS })
  try {
    const { ask } = await whole.signIn('admin')
    await ask('GET', '/apps')
    whole.sandbox.setLatency(LATENCY_MS)
    const rounds: { ours: number; direct: number }[] = []
    for (const app of APPS) {
      rounds.push({
        direct: await timed(() => sevenRounds(whole.sandbox, app)),
        ours: await timed(() => look(ask, app)),
      })
    }
    const ratio = median(rounds.map(({ ours, direct }) => ours / direct))
    const ms = (side: 'ours' | 'direct') => median(rounds.map(round => round[side])).toFixed(0)
    const detail = `${ms('ours')} ms, binding included, against ${ms('direct')} ms for the seven rounds, median of ${APPS.length} apps`
    return [
      figure('cold 30-day trend, upstream at 100 ms', ratio, { atMost: 1.4 }, value => `${value.toFixed(2)} ×`, detail),
    ]
  } finally {
    await whole.stop()
    await data.remove()
  }
}

async function look(ask: Ask, app: SandboxApp) {
  await bind(ask, app)
  const { status, json, text } = await ask(
    'GET',
    `/apps/${app.appid}/reports/trend?granularity=day&from=${daysAgo(DAYS + 1)}&to=${daysAgo(2)}`,
  )
  const known =
    status === 200
      ? json.data.points.filter((point: { state: string }) => ['final', 'provisional'].includes(point.state)).length
      : 0
  if (known !== DAYS) throw new Error(`${known} of ${DAYS} days known: ${text.slice(0, 400)}`)
}

async function sevenRounds(sandbox: Sandbox, app: SandboxApp) {
  const { access_token } = await post(`${sandbox.url}/cgi-bin/stable_token`, {
    grant_type: 'client_credential',
    appid: app.appid,
    secret: app.secret,
  })
  const url = `${sandbox.url}/datacube/getweanalysisappiddailyvisittrend?access_token=${access_token}`
  for (let start = 0; start < DAYS; start += LANES) {
    const days = Array.from({ length: LANES }, (_, index) => daysAgo(DAYS + 1 - start - index).replaceAll('-', ''))
    await Promise.all(days.map(day => post(url, { begin_date: day, end_date: day })))
  }
}

async function post(url: string, body: object): Promise<{ access_token?: string }> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  return (await answer.json()) as { access_token?: string }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
