import type { Sandbox } from '../../server/sandbox/index.ts'
import { temporaryFolder } from '../support/server-process.ts'
import { type Ask, bind, client, openWholeServer, sampleApp } from '../support/whole-server.ts'
import { daysAgo } from './days.ts'
import { untilFilled } from './steady.ts'
import { calls, type Figure, figure } from './table.ts'

const ASKERS = 50

/** How often WeChat is asked when many people look at once, and when they look again, also after a restart. */
export async function upstreamCalls(): Promise<Figure[]> {
  const data = await temporaryFolder()
  const app = sampleApp(1)
  const whole = await openWholeServer({ dataDir: data.folder, apps: [app], env: { REQUEST_RATE: '100000' } })
  const { sandbox, masterKey } = whole
  try {
    const { ask, token } = await whole.signIn('admin')
    sandbox.forget()
    await bind(ask, app)
    const first = await together(ask, `/apps/${app.appid}/reports/overview`)
    const tokens = count(sandbox, app.appid, 'token')
    await untilFilled(ask, app.appid)

    // older than the backfill reaches: nobody has asked for it before
    const day = daysAgo(150)
    const closed = `/apps/${app.appid}/reports/trend?granularity=day&from=${day}&to=${day}`
    sandbox.forget()
    await together(ask, closed)
    const once = count(sandbox, app.appid, 'getweanalysisappiddailyvisittrend')
    sandbox.forget()
    await together(ask, closed)
    await whole.server.stop()
    const again = await openWholeServer({ dataDir: data.folder, sandbox, masterKey, env: { REQUEST_RATE: '100000' } })
    await together(client(again.server.origin, token), closed)
    const later = count(sandbox, app.appid, 'getweanalysisappiddailyvisittrend')
    await again.server.stop()
    return [
      figure(
        `token calls for ${ASKERS} first requests at once`,
        tokens,
        { atMost: 1 },
        calls,
        `a new app, the proof of its secret counted; ${first} answers`,
      ),
      figure(
        `upstream calls for one closed day asked ${ASKERS} times at once`,
        once,
        { atMost: 1 },
        calls,
        `trend of ${day}`,
      ),
      figure(
        'upstream calls when it is asked again',
        later,
        { atMost: 0 },
        calls,
        `${ASKERS} times, then ${ASKERS} times after a restart`,
      ),
    ]
  } finally {
    await whole.stop()
    await data.remove()
  }
}

async function together(ask: Ask, route: string): Promise<number> {
  const answers = await Promise.all(Array.from({ length: ASKERS }, () => ask('GET', route)))
  const bad = answers.find(({ status }) => status !== 200)
  if (bad) throw new Error(`${route} answered ${bad.status}: ${bad.text}`)
  return answers.length
}

function count(sandbox: Sandbox, appid: string, name: string): number {
  return sandbox.calls.filter(call => call.appid === appid && call.path.endsWith(name)).length
}
