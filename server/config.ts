import path from 'node:path'
import { databaseUrl, eventsUrl, originOf, publicUrl } from './config/addresses.ts'
import { masterKeys, missingMasterKey } from './config/master-key.ts'
import { SettingError } from './config/setting-error.ts'
import { subscribeTemplates } from './config/subscribe-templates.ts'
import { type Environment, flag, matching, oneOf, textOf, together, wholeNumber } from './config/values.ts'

export { SettingError } from './config/setting-error.ts'

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Every setting, parsed and checked. Holds secrets: never log it. */
export interface Config {
  production: boolean
  /** Sandbox and demo sign-in are on: the entry's choice, never the environment's. */
  demo: boolean
  host: string
  /** 0 takes a free one. */
  port: number
  /** Absolute. */
  dataDir: string
  /** `null`: the embedded database in `dataDir`. */
  databaseUrl: string | null
  /** PostgreSQL for events; `null`: `databaseUrl`, or DuckDB in `dataDir` where that is `null` too. */
  eventsUrl: string | null
  eventsKeepDays: number
  /** Events a second for each write key. */
  collectRate: number
  /** Requests a minute for each person or address. */
  requestRate: number
  /** Newest first, 32 bytes each; `null`: one made in `dataDir`. */
  masterKeys: Buffer[] | null
  /** The assistant's own mini program; never `null` in production. */
  assistant: { appid: string; secret: string } | null
  /** Origin of WeChat's API, without trailing slash. */
  wechatApiBase: string
  /** Template ids by notice kind. */
  subscribeTemplates: Record<string, string>
  /** How many proxies in front are believed. */
  trustProxy: number
  /** The third-party platform (later). */
  component: { appid: string; secret: string; token: string; aesKey: string } | null
  trustCloudbase: boolean
  /** Without trailing slash. */
  publicUrl: string | null
  logLevel: LogLevel
  metricsToken: string | null
  /** Of the assistant's 消息推送, plain or compatible mode, JSON. */
  pushToken: string | null
}

const APPID = /^[A-Za-z0-9_-]{6,64}$/
const APPID_WORDS = 'an AppID, as wx1234567890abcdef'
const PRINTABLE = /^[\x21-\x7e]+$/

/**
 * Parses the environment once; nothing else reads it.
 * @param options `production`: whatever NODE_ENV says (`npm run serve`); `demo`: the demo's entry
 * @throws SettingError for the first setting that is missing or wrong
 */
export function readConfig(env: Environment, options: { production?: boolean; demo?: boolean } = {}): Config {
  const demo = options.demo ?? false
  const production = options.production || env.NODE_ENV === 'production'
  if (demo && production) {
    throw new SettingError('NODE_ENV', 'is production, which refuses the demo; run npm run serve, or unset NODE_ENV')
  }
  const config: Config = {
    production,
    demo,
    host: matching(env, 'HOST', /^[\w.:%-]+$/, 'a host name or address, as 127.0.0.1') ?? '127.0.0.1',
    port: wholeNumber(env, 'PORT', 8787, 0, 65_535),
    dataDir: path.resolve(textOf(env, 'DATA_DIR') ?? '.data'),
    databaseUrl: databaseUrl(env),
    eventsUrl: eventsUrl(env),
    eventsKeepDays: wholeNumber(env, 'EVENTS_KEEP_DAYS', 400, 1, 36_500),
    collectRate: wholeNumber(env, 'COLLECT_RATE', 100_000, 1, 100_000_000),
    requestRate: wholeNumber(env, 'REQUEST_RATE', 1_200, 1, 100_000_000),
    masterKeys: masterKeys(env),
    assistant: assistant(env),
    wechatApiBase: originOf(env, 'WECHAT_API_BASE', 'https://api.weixin.qq.com'),
    subscribeTemplates: subscribeTemplates(env),
    trustProxy: wholeNumber(env, 'TRUST_PROXY', 0, 0, 32),
    component: component(env),
    trustCloudbase: flag(env, 'TRUST_CLOUDBASE'),
    publicUrl: publicUrl(env),
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels, 'info'),
    metricsToken: matching(env, 'METRICS_TOKEN', PRINTABLE, 'letters, digits and signs without a space'),
    pushToken: matching(env, 'PUSH_TOKEN', /^[A-Za-z0-9]{3,32}$/, 'the 3 to 32 letters and digits of 消息推送'),
  }
  if (production) demandForProduction(config)
  return config
}

function demandForProduction({ masterKeys, assistant }: Config): void {
  if (!masterKeys) throw missingMasterKey()
  if (!assistant) throw new SettingError('ASSISTANT_APPID', `is missing, which production needs; write ${APPID_WORDS}`)
}

const assistant = (env: Environment) =>
  together<{ appid: string; secret: string }>({
    appid: member(env, 'ASSISTANT_APPID', APPID, APPID_WORDS),
    secret: member(env, 'ASSISTANT_SECRET', PRINTABLE, 'the AppSecret of ASSISTANT_APPID'),
  })

const component = (env: Environment) =>
  together<{ appid: string; secret: string; token: string; aesKey: string }>({
    appid: member(env, 'COMPONENT_APPID', APPID, APPID_WORDS),
    secret: member(env, 'COMPONENT_SECRET', PRINTABLE, 'the AppSecret of COMPONENT_APPID'),
    token: member(env, 'COMPONENT_TOKEN', PRINTABLE, 'the token of the message push'),
    aesKey: member(env, 'COMPONENT_AES_KEY', /^[A-Za-z0-9]{43}$/, 'the 43 letters and digits of EncodingAESKey'),
  })

const member = (env: Environment, name: string, pattern: RegExp, expected: string) => ({
  name,
  text: matching(env, name, pattern, expected),
})
