import type { Browser } from 'playwright-core'
import { openPhone, type Phone, type PhoneOptions } from '../support/weapp/index.ts'
import { eventually } from '../support/weapp/phone/wait.ts'
import type { Driver } from './driver.ts'
import type { Site } from './site.ts'

/** How long a file may take. ms */
const PATIENCE = 15_000

export interface WeappDriverOptions {
  dist: string
  person: string
  browser?: Browser
}

/** The mini program on a phone of the host, signed in by what WeChat says. */
export async function weappDriver(site: Site, { dist, person, browser }: WeappDriverOptions): Promise<Driver> {
  const options: PhoneOptions = { dist, server: site.origin, login: () => site.code(person) }
  if (browser) options.browser = browser
  const expected: RegExp[] = []
  let phone: Phone = await openPhone(options)
  return {
    platform: 'weapp',
    open: path => phone.open(path),
    async reopen(path, { token, offline = false } = {}) {
      const storage = await phone.storage()
      await phone.close()
      phone = await openPhone({ ...options, storage: token === undefined ? storage : withToken(storage, token) })
      for (const pattern of expected) phone.expectFault(pattern)
      await phone.offline(offline)
      await phone.open(path)
    },
    path: () => phone.page(),
    see: async target => void (await phone.find(target)),
    gone: target => phone.gone(target),
    text: target => phone.text(target),
    tap: target => phone.tap(target),
    type: (target, text) => phone.type(target, text),
    choosePicture: (target, picture) => phone.choosePicture(target, picture),
    back: () => phone.back(),
    refresh: () => phone.pullDown(),
    async sendCard() {
      await phone.tap({ role: 'button', name: '发给微信好友' })
      const sent = (await phone.shown()).filter(({ name }) => name === 'share').at(-1)?.options as { path?: string }
      return sent?.path ?? ''
    },
    another: other => weappDriver(site, { dist, person: other, ...(browser ? { browser } : {}) }),
    kept: async () => JSON.stringify(await phone.storage()),
    offline: isOffline => phone.offline(isOffline),
    serverDown: async isDown => phone.serverDown(isDown),
    async taken() {
      const passed = async () => (await phone.shown()).find(({ name }) => name === 'shareFileMessage') ?? null
      const shared = (await eventually(passed, PATIENCE))?.options as { filePath: string; fileName: string } | undefined
      if (shared === undefined) throw new Error('no file was passed on to a chat')
      return { name: shared.fileName, text: await phone.file(shared.filePath) }
    },
    expectFault(pattern) {
      expected.push(pattern)
      phone.expectFault(pattern)
    },
    finish: () => phone.close(),
  }
}

/** The app keeps JSON text, and WeChat keeps that as JSON again. */
function withToken(storage: Record<string, string>, token: string): Record<string, string> {
  const key = 'da.session'
  const session: object = JSON.parse(JSON.parse(storage[key] ?? '"{}"'))
  return { ...storage, [key]: JSON.stringify(JSON.stringify({ ...session, token })) }
}
