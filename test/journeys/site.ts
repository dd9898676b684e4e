import { demoApp, demoApps, type Sandbox, startSandbox } from '../../server/sandbox/index.ts'
import { clockAhead } from '../support/clock-ahead.ts'
import { seededFolder } from '../support/database.ts'
import { type Ask, bind, openWholeServer } from '../support/whole-server.ts'
import { reportRead } from './read.ts'

/** Production's server in front of the emulated platform, with one big app bound by the admin and its numbers read. */
export interface Site {
  origin: string
  sandbox: Sandbox
  app: { appid: string; name: string }
  /** The admin on the API, to compare a screen with. */
  ask: Ask
  /** What `wx.login` gives a person. */
  code: (person: string) => string
  /** A session of a person, as the web app keeps it. */
  session: (person: string) => Promise<{ token: string; user: unknown }>
  close: () => Promise<void>
}

export const ADMIN = 'admin'
/** May look at everything and take nothing along. */
export const VIEWER = 'viewer'

/** Messages that WeChat brings, by the titles of its templates. */
const TEMPLATES = 'granted=授权成功通知,revoked=授权取消通知,approved=审核结果通知'

/** @param ahead how far the clock of server and platform is ahead of the machine's, ms */
export async function openSite(ahead = 0): Promise<Site> {
  const sandbox = await startSandbox({ apps: demoApps, now: () => Date.now() + ahead })
  const data = await seededFolder()
  const env = { SUBSCRIBE_TEMPLATES: TEMPLATES, ...(ahead === 0 ? {} : clockAhead(ahead)) }
  const whole = await openWholeServer({ dataDir: data.folder, sandbox, env })
  const { origin } = whole.server
  const app = demoApp.freshShop
  const { ask } = await whole.signIn(ADMIN)
  await bind(ask, app)
  const viewer = await whole.signIn(VIEWER)
  await grant(ask, app.appid, (await viewer.ask('GET', '/me')).json.id)
  await reportRead({ ask, app }, 'overview')
  const code = (person: string) => sandbox.mintCode({ person })
  return {
    origin,
    sandbox,
    app,
    ask,
    code,
    async session(person) {
      const response = await fetch(`${origin}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: code(person) }),
      })
      const { token, user } = (await response.json()) as { token: string; user: unknown }
      return { token, user }
    },
    async close() {
      await whole.stop()
      await data.remove()
    },
  }
}

async function grant(ask: Ask, appid: string, userId: string) {
  const { status, text } = await ask('POST', `/apps/${appid}/grants`, { userId })
  if (status !== 201) throw new Error(`granting answered ${status}: ${text}`)
}
