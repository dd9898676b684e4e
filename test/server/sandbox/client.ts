import {
  createSandbox,
  demoApp,
  demoApps,
  type SandboxApp,
  type SandboxOptions,
} from '../../../server/sandbox/index.ts'

/** A Saturday afternoon in China on which everything of yesterday is out. */
export const afternoon = Date.parse('2026-11-21T16:00:00+08:00')

type Credentials = Pick<SandboxApp, 'appid' | 'secret'>
export type Json = Record<string, unknown>

export interface ErrorAnswer {
  errcode: number
  errmsg: string
}

/** A sandbox without a socket, its clock stopped, and the calls that a client would make. */
export function client(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ apps: demoApps, now: () => afternoon, ...options })
  const send = (path: string, init?: RequestInit) => sandbox.fetch(new Request(`http://sandbox${path}`, init))
  const get = async (path: string) => (await (await send(path)).json()) as Json & ErrorAnswer
  const post = async (path: string, body: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return (await (await send(path, { method: 'POST', body: text })).json()) as Json & ErrorAnswer
  }
  const stable = ({ appid, secret }: Credentials, more: Json = {}) =>
    post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret, ...more })
  const classic = ({ appid, secret }: Credentials) =>
    get(`/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`)
  const withToken = (path: string, token: unknown, body: unknown) => post(`${path}?access_token=${token}`, body)
  const token = async (app: Credentials) => String((await stable(app)).access_token)
  const report = async (app: Credentials, name: string, begin_date: unknown, end_date: unknown = begin_date) =>
    withToken(`/datacube/getweanalysisappid${name}`, await token(app), { begin_date, end_date })
  return { sandbox, send, get, post, stable, classic, withToken, token, report }
}

export { demoApp }
