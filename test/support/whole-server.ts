import { randomBytes } from 'node:crypto'
import { demoApp, type Sandbox, type SandboxApp, startSandbox } from '../../server/sandbox/index.ts'
import { type ServerOptions, type ServerProcess, startServer } from './server-process.ts'

const ASSISTANT = demoApp.assistant

/** An app of number `index` with an AppID, a secret and numbers of its own; yesterday is ready at any hour of the day. */
export function sampleApp(index: number): SandboxApp {
  const digits = index.toString(16).padStart(4, '0')
  return {
    ...demoApp.flowers,
    readyAt: '00:00',
    appid: `wxbeef00000000${digits}`,
    secret: `${'5ec4e7'.repeat(4)}0000${digits}`,
    name: `样例${index}`,
  }
}

/** An answer of the API with its body as it came. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: each test reads the part that it is about
  json: any
}

export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** Asks a server as one person, or as nobody without a token. */
export function client(origin: string, token?: string): Ask {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null }
  }
}

/** Production's server in front of the emulated platform. */
export interface WholeServer {
  server: ServerProcess
  sandbox: Sandbox
  masterKey: string
  /** Signs a person in by the code that `wx.login` would give. */
  signIn: (person: string) => Promise<{ ask: Ask; token: string }>
  stop: () => Promise<void>
}

export type WholeOptions = Omit<ServerOptions, 'entry'> & {
  apps?: readonly SandboxApp[]
  sandbox?: Sandbox
  masterKey?: string
}

/** Settings that production demands, against this sandbox. */
export function productionSettings(sandbox: Sandbox, masterKey: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    MASTER_KEY: masterKey,
    ASSISTANT_APPID: ASSISTANT.appid,
    ASSISTANT_SECRET: ASSISTANT.secret,
    WECHAT_API_BASE: sandbox.url,
  }
}

export const newMasterKey = () => randomBytes(32).toString('base64')

export async function startSampleSandbox(apps: readonly SandboxApp[]): Promise<Sandbox> {
  return startSandbox({ apps: [ASSISTANT, ...apps] })
}

export async function openWholeServer({
  apps = [sampleApp(1)],
  masterKey = newMasterKey(),
  ...options
}: WholeOptions): Promise<WholeServer> {
  const sandbox = options.sandbox ?? (await startSampleSandbox(apps))
  const server = await startServer({
    ...options,
    entry: 'node',
    env: { ...productionSettings(sandbox, masterKey), ...options.env },
  })
  return {
    server,
    sandbox,
    masterKey,
    signIn: person => signIn(server.origin, sandbox, person),
    async stop() {
      await server.stop()
      await sandbox.close()
    },
  }
}

export async function signIn(origin: string, sandbox: Sandbox, person: string) {
  const { status, json, text } = await client(origin)('POST', '/session', { code: sandbox.mintCode({ person }) })
  if (status !== 200) throw new Error(`sign-in answered ${status}: ${text}`)
  return { ask: client(origin, json.token), token: json.token as string }
}

/** Binds an app. @throws when the server refuses */
export async function bind(ask: Ask, { appid, secret, name, kind }: SandboxApp) {
  const { status, text } = await ask('POST', '/apps', { appid, secret, name, kind })
  if (status !== 201) throw new Error(`binding answered ${status}: ${text}`)
}
