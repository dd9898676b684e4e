import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { buildSdk } from '../../scripts/build-sdk.mjs'
import type { WireBatch } from '../../sdk/wire.ts'
import { ROOT } from '../arch/sources.ts'
import { BUILD_TIMEOUT } from '../support/built.ts'
import { openPhone, type Phone } from '../support/weapp/index.ts'
import { readBuild } from '../support/weapp/package/read.ts'

const HOME = '/pages/index/index'
let phone: Phone
let collector: Server
let status: number
const batches: WireBatch[] = []

beforeAll(() => buildSdk(ROOT), BUILD_TIMEOUT)

beforeEach(async () => {
  batches.length = 0
  status = 200
  collector = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      batches.push(JSON.parse(body))
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => collector.once('listening', resolve))
})

afterEach(async () => {
  await phone.close({ mayRemain: ({ module }) => module.startsWith('data-assistant-sdk') })
  await new Promise(resolve => collector.close(resolve))
})

/** The example as a developer has it: its files, and the built SDK beside them. */
async function example(): Promise<Map<string, string>> {
  const sdk = readBuild(await buildSdk(ROOT))
  const files = readBuild(path.join(ROOT, 'sdk', 'examples', 'native'))
  const { port } = collector.address() as AddressInfo
  const app = files.get('app.js')?.replace('http://127.0.0.1:8787', `http://127.0.0.1:${port}`) ?? ''
  return new Map([...files, ['app.js', app], ['data-assistant-sdk/index.js', sdk.get('index.js') ?? '']])
}

async function start(storage: Record<string, string> = {}) {
  phone = await openPhone({ dist: await example(), scene: 1047, storage })
  await phone.open(HOME)
}

const told = () =>
  batches.flatMap(({ events }) =>
    events.map(({ type, path: page, name }) => [type, page, name].filter(Boolean).join(' ')),
  )

it('measures a mini program without a word but the consent', async () => {
  await start()
  expect(batches).toEqual([])
  await phone.tap('同意并继续')
  await phone.tap('下单')
  await phone.tap('付款')
  await phone.find('已付款')
  await phone.hide()
  expect(told()).toEqual([
    ...['launch', 'show', 'view pages/index/index'],
    ...['leave pages/index/index', 'view pages/order/index', 'custom pages/order/index pay'],
    ...['leave pages/order/index', 'hide'],
  ])
  expect(batches[0]).toMatchObject({ context: { platform: 'ios', env: 'develop' }, events: [{ scene: 1047 }, {}, {}] })
})

it('counts a share and leaves its card as it is', async () => {
  await start()
  await phone.tap('同意并继续')
  await expect(phone.share()).resolves.toMatchObject({ title: '小店', path: '/pages/index/index' })
  await phone.tap('下单')
  await expect(phone.share()).resolves.toBeNull()
  await phone.hide()
  expect(told().filter(line => line.startsWith('share'))).toEqual(['share pages/index/index'])
})

it('sends on the next day what it could not send today', async () => {
  await start()
  phone.serverDown(true)
  await phone.tap('同意并继续')
  await phone.hide()
  const storage = await phone.storage()
  await phone.close({ mayRemain: ({ module }) => module.startsWith('data-assistant-sdk') })
  await start(storage)
  await phone.hide()
  expect(told().slice(0, 3)).toEqual(['launch', 'show', 'view pages/index/index'])
  expect(new Set(batches.map(({ visitor }) => visitor.id)).size).toBe(1)
})
