import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assistant } from '../../../server/ports/assistant.ts'
import { createPictureCheck } from '../../../server/usecases/check-pictures.ts'
import { createWordCheck } from '../../../server/usecases/check-words.ts'
import { createInvitationImages } from '../../../server/usecases/invitation-image.ts'
import { type AccessApp, openAccessApp } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'
import { problemOf } from '../../support/http-app.ts'
import { aJpeg, aPng } from '../../support/made-pictures.ts'

const PUSH_TOKEN = 'pushtoken'
let stores: TestStores
let site: AccessApp
let codes: { scene: string; page: string }[]
let makesCodes = true
const checked: string[] = []

beforeAll(async () => {
  stores = await openTestStores()
  codes = []
  const assistant = {
    codeImage: async (code: { scene: string; page: string }) => {
      codes.push(code)
      return makesCodes ? { type: 'image/jpeg', bytes: aJpeg() } : null
    },
    checkText: async (_openid: string, text: string) => (text.includes('违禁') ? 'risky' : 'pass'),
    checkPicture: async (_openid: string, url: string) => `trace ${checked.push(url)}`,
  } as unknown as Assistant
  const { invitations, openids, avatars } = stores.stores
  const log = { info: () => {}, warn: () => {} }
  const publicUrl = 'https://data.example.com'
  site = openAccessApp(stores, {
    invitationImages: createInvitationImages({ invitations, assistant }),
    wordCheck: createWordCheck({ assistant, openids }),
    pictureCheck: createPictureCheck({ assistant, openids, avatars, log, publicUrl }),
    settings: { publicUrl, trustProxy: 0, metricsToken: null, pushToken: PUSH_TOKEN, webRoot: '/nowhere' },
  })
})
afterAll(() => stores.close())

/** Somebody who came by WeChat. */
async function byWeChat() {
  const person = await site.person('林')
  await stores.stores.people.keepOpenid(person.id, 'an openid')
  return person
}

describe('the mini program code of a card', () => {
  it('opens the page that accepts, with the code as scene, and is asked for once', async () => {
    const { appid, admin } = await site.bound()
    const code = await site.invite(appid, admin)
    codes.length = 0
    const answers = await Promise.all(
      [1, 2, 3].map(() => site.call(admin, 'GET', `/apps/${appid}/invitations/${code}/image`)),
    )
    expect(answers.map(answer => [answer.status, answer.headers.get('content-type')])).toEqual(
      Array.from({ length: 3 }, () => [200, 'image/jpeg']),
    )
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store')
    expect(codes).toEqual([{ scene: code, page: 'pages/invitation/index' }])
  })

  it('is not shown for another app’s card, nor for one that is over', async () => {
    const [one, other] = [await site.bound(), await site.bound()]
    const code = await site.invite(one.appid, one.admin)
    const image = (appid: string, who = one.admin) => site.call(who, 'GET', `/apps/${appid}/invitations/${code}/image`)
    expect((await image(other.appid, other.admin)).status).toBe(404)
    expect((await image(one.appid)).status).toBe(200)
    site.clock.advance(24 * 3_600_000)
    expect((await image(one.appid)).status).toBe(410)
  })

  it('that WeChat does not make is told with what to do instead, and asked for again', async () => {
    const { appid, admin } = await site.bound()
    const path = `/apps/${appid}/invitations/${await site.invite(appid, admin)}/image`
    makesCodes = false
    const problem = await problemOf(await site.call(admin, 'GET', path))
    expect([problem.status, problem.detail]).toEqual([502, '微信没有生成小程序码。请改用链接或链接二维码。'])
    makesCodes = true
    expect((await site.call(admin, 'GET', path)).status).toBe(200)
  })
})

describe('words that others will read', () => {
  it('are refused where WeChat calls them risky, by the field', async () => {
    const person = await byWeChat()
    const problem = await problemOf(await site.call(person, 'PATCH', '/me', { nickname: '违禁词' }))
    expect([problem.status, problem.faults]).toEqual([422, ['/nickname unsuitable']])
    expect((await site.call(person, 'PATCH', '/me', { nickname: '林知远' })).status).toBe(200)
  })

  it('of an app and of its pages are looked at too', async () => {
    const { appid, admin } = await site.bound()
    await stores.stores.people.keepOpenid(admin.id, 'an openid')
    expect((await site.call(admin, 'PATCH', `/apps/${appid}`, { name: '违禁店' })).status).toBe(422)
    const remark = { path: 'pages/a', remark: '违禁页' }
    expect((await site.call(admin, 'PUT', `/apps/${appid}/pages/remark`, remark)).status).toBe(422)
  })

  it('of who did not come by WeChat are not looked at: WeChat wants to know the writer', async () => {
    const person = await site.person('林')
    expect((await site.call(person, 'PATCH', '/me', { nickname: '违禁词' })).status).toBe(200)
  })
})

describe('a picture that WeChat has looked at', () => {
  const signature = (parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')
  const push = (body: object | null, token = PUSH_TOKEN, secondsAgo = 0) => {
    const timestamp = String(Math.floor(site.clock.now() / 1000) - secondsAgo)
    const signed = `timestamp=${timestamp}&nonce=2&signature=${signature([timestamp, '2', token])}`
    return site.app.request(`/wechat/push?${signed}&echostr=hello`, {
      method: body ? 'POST' : 'GET',
      body: body ? JSON.stringify(body) : null,
    })
  }
  const verdict = (trace: string, suggest: string) => ({
    Event: 'wxa_media_check',
    trace_id: trace,
    result: { suggest },
  })

  async function pictured() {
    const person = await byWeChat()
    const { avatarUrl } = (await (await site.call(person, 'PUT', '/me/avatar', aPng())).json()) as { avatarUrl: string }
    await expect.poll(() => checked.at(-1)).toBe(`https://data.example.com${avatarUrl}`)
    const trace = `trace ${checked.length}`
    const kept = () =>
      stores.db.kysely.selectFrom('avatars').select('id').where('check_trace', '=', trace).executeTakeFirst()
    await expect.poll(kept).toBeDefined()
    return { person, avatarUrl, trace }
  }
  const avatarOf = async (token: string) =>
    ((await (await site.call({ id: '', token }, 'GET', '/me')).json()) as { avatarUrl: string | null }).avatarUrl

  it('is taken down when it is risky, and stays when it is not', async () => {
    const { person, avatarUrl, trace } = await pictured()
    expect(await (await push(verdict(trace, 'pass'))).text()).toBe('success')
    expect(await avatarOf(person.token)).toBe(avatarUrl)
    await push(verdict(trace, 'risky'))
    expect(await avatarOf(person.token)).toBeNull()
    expect((await site.app.request(avatarUrl)).status).toBe(404)
  })

  it('is not heard of from who does not sign', async () => {
    const { person, avatarUrl, trace } = await pictured()
    expect((await push(verdict(trace, 'risky'), 'another')).status).toBe(404)
    expect(await avatarOf(person.token)).toBe(avatarUrl)
  })

  it('is not heard of from who sends again what was signed long ago', async () => {
    const { person, avatarUrl, trace } = await pictured()
    expect((await push(verdict(trace, 'risky'), PUSH_TOKEN, 601)).status).toBe(404)
    expect(await avatarOf(person.token)).toBe(avatarUrl)
  })

  it.each(['a\0b', '', '\ud800', 7, null])('is none by the name %j', async trace => {
    const told = await push({ Event: 'wxa_media_check', trace_id: trace, result: { suggest: 'risky' } })
    expect([told.status, await told.text()]).toEqual([200, 'success'])
  })

  it('answers WeChat’s question whether we are there', async () => {
    expect(await (await push(null)).text()).toBe('hello')
    expect((await push(null, 'another')).status).toBe(404)
  })
})
