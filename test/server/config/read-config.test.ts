import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Config, readConfig, SettingError } from '../../../server/config.ts'

const KEY = Buffer.alloc(32, 1).toString('base64')
const OLD_KEY = Buffer.alloc(32, 2).toString('base64')
const production = {
  NODE_ENV: 'production',
  MASTER_KEY: KEY,
  ASSISTANT_APPID: 'wx1234567890abcdef',
  ASSISTANT_SECRET: '0123456789abcdef',
}
const component = {
  COMPONENT_APPID: 'wxcomponent',
  COMPONENT_SECRET: 's3cret',
  COMPONENT_TOKEN: 't0ken',
  COMPONENT_AES_KEY: 'a'.repeat(43),
}

describe('settings', () => {
  it('have their defaults in an empty environment', () => {
    expect(readConfig({})).toEqual({
      production: false,
      demo: false,
      host: '127.0.0.1',
      port: 8787,
      dataDir: path.resolve('.data'),
      databaseUrl: null,
      eventsUrl: null,
      eventsKeepDays: 400,
      collectRate: 100_000,
      requestRate: 1_200,
      masterKeys: null,
      assistant: null,
      wechatApiBase: 'https://api.weixin.qq.com',
      subscribeTemplates: {},
      trustProxy: 0,
      component: null,
      trustCloudbase: false,
      publicUrl: null,
      logLevel: 'info',
      metricsToken: null,
      pushToken: null,
    } satisfies Config)
  })

  it('count as absent when blank', () => {
    expect(readConfig({ PORT: '', DATA_DIR: '  ', MASTER_KEY: '' })).toEqual(readConfig({}))
  })

  it.each<[string, string, Partial<Config>]>([
    ['PORT', '0', { port: 0 }],
    ['HOST', '::1', { host: '::1' }],
    ['DATA_DIR', '/var/lib/assistant', { dataDir: '/var/lib/assistant' }],
    ['DATABASE_URL', 'postgresql://u:p@db/x', { databaseUrl: 'postgresql://u:p@db/x' }],
    ['EVENTS_URL', 'postgres://u:p@db/x', { eventsUrl: 'postgres://u:p@db/x' }],
    ['EVENTS_KEEP_DAYS', '30', { eventsKeepDays: 30 }],
    ['COLLECT_RATE', '500', { collectRate: 500 }],
    ['REQUEST_RATE', '60', { requestRate: 60 }],
    ['MASTER_KEY', KEY, { masterKeys: [Buffer.alloc(32, 1)] }],
    ['MASTER_KEY', `${KEY}, ${OLD_KEY}`, { masterKeys: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)] }],
    ['WECHAT_API_BASE', 'http://127.0.0.1:9000/', { wechatApiBase: 'http://127.0.0.1:9000' }],
    ['TRUST_PROXY', '2', { trustProxy: 2 }],
    ['TRUST_CLOUDBASE', 'true', { trustCloudbase: true }],
    ['TRUST_CLOUDBASE', '0', { trustCloudbase: false }],
    ['PUBLIC_URL', 'https://data.example.com/stats/', { publicUrl: 'https://data.example.com/stats' }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['METRICS_TOKEN', 'letmein', { metricsToken: 'letmein' }],
    [
      'SUBSCRIBE_TEMPLATES',
      'granted=abcdefghij, revoked=ABCDEFGHIJ',
      {
        subscribeTemplates: { granted: 'abcdefghij', revoked: 'ABCDEFGHIJ' },
      },
    ],
  ])('%s=%s is understood', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected)
  })

  it('of the third-party platform come together', () => {
    expect(readConfig(component).component).toEqual({
      appid: 'wxcomponent',
      secret: 's3cret',
      token: 't0ken',
      aesKey: 'a'.repeat(43),
    })
  })

  it('hold the assistant in production', () => {
    expect(readConfig(production)).toMatchObject({
      production: true,
      assistant: { appid: 'wx1234567890abcdef', secret: '0123456789abcdef' },
    })
  })

  it.each<[string, Record<string, string | undefined>]>([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '80.5' }],
    ['HOST', { HOST: 'http://localhost' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://u:hunter2@db/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres//u:hunter2@db' }],
    ['EVENTS_URL', { EVENTS_URL: 'hunter2' }],
    ['EVENTS_URL', { EVENTS_URL: 'clickhouse://u:hunter2@db/x' }],
    ['EVENTS_KEEP_DAYS', { EVENTS_KEEP_DAYS: '0' }],
    ['COLLECT_RATE', { COLLECT_RATE: '1e3' }],
    ['REQUEST_RATE', { REQUEST_RATE: '0' }],
    ['MASTER_KEY', { MASTER_KEY: 'hunter2' }],
    ['MASTER_KEY', { MASTER_KEY: Buffer.alloc(31, 1).toString('base64') }],
    ['MASTER_KEY', { MASTER_KEY: Buffer.alloc(33, 1).toString('base64') }],
    ['MASTER_KEY', { MASTER_KEY: Buffer.alloc(32, 1).toString('hex') }],
    ['MASTER_KEY', { MASTER_KEY: `${KEY},` }],
    ['ASSISTANT_APPID', { ASSISTANT_APPID: 'wx', ASSISTANT_SECRET: 'hunter2' }],
    ['ASSISTANT_APPID', { ASSISTANT_SECRET: 'hunter2' }],
    ['ASSISTANT_SECRET', { ASSISTANT_APPID: 'wx1234567890abcdef' }],
    ['ASSISTANT_SECRET', { ASSISTANT_APPID: 'wx1234567890abcdef', ASSISTANT_SECRET: 'hunter2 hunter2' }],
    ['WECHAT_API_BASE', { WECHAT_API_BASE: 'api.weixin.qq.com' }],
    ['WECHAT_API_BASE', { WECHAT_API_BASE: 'ftp://api.weixin.qq.com' }],
    ['WECHAT_API_BASE', { WECHAT_API_BASE: 'https://proxy.example.com/wechat' }],
    ['WECHAT_API_BASE', { WECHAT_API_BASE: 'https://u:hunter2@proxy.example.com' }],
    ['SUBSCRIBE_TEMPLATES', { SUBSCRIBE_TEMPLATES: 'granted' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
    ['COMPONENT_TOKEN', { ...component, COMPONENT_TOKEN: undefined }],
    ['COMPONENT_AES_KEY', { ...component, COMPONENT_AES_KEY: 'hunter2' }],
    ['TRUST_CLOUDBASE', { TRUST_CLOUDBASE: 'yes' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'data.example.com' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://data.example.com/?token=hunter2' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'hunter2 hunter2' }],
    ['MASTER_KEY', { ...production, MASTER_KEY: undefined }],
    ['MASTER_KEY', { ...production, MASTER_KEY: ' ' }],
    ['ASSISTANT_APPID', { ...production, ASSISTANT_APPID: undefined, ASSISTANT_SECRET: undefined }],
    ['ASSISTANT_SECRET', { ...production, ASSISTANT_SECRET: undefined }],
  ])('stop the start with one line that names %s and does not print it: %j', (name, env) => {
    const complaint = complaintAbout(() => readConfig(env))
    expect(complaint.setting).toBe(name)
    expect(complaint.message).toMatch(new RegExp(`^${name} [^\\n]+; [^\\n]*write [^\\n]+$`))
    expect(complaint.message).not.toContain('hunter2')
  })

  it.each(['MASTER_KEY', 'ASSISTANT_APPID', 'ASSISTANT_SECRET'] as const)(
    'demand %s from the production entry whatever NODE_ENV says',
    name => {
      const env = { ...production, NODE_ENV: 'development', [name]: undefined }
      expect(complaintAbout(() => readConfig(env, { production: true })).setting).toBe(name)
    },
  )

  it('refuse the demo in production', () => {
    expect(complaintAbout(() => readConfig(production, { demo: true })).setting).toBe('NODE_ENV')
  })

  it('let the entry alone switch the demo on', () => {
    expect(readConfig({ DEMO: 'true', NODE_ENV: 'demo' }).demo).toBe(false)
    expect(readConfig({}, { demo: true }).demo).toBe(true)
  })
})

function complaintAbout(start: () => unknown): SettingError {
  try {
    start()
  } catch (error) {
    if (error instanceof SettingError) return error
    throw error
  }
  throw new Error('it started')
}
