import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone, type PhoneOptions } from '../support/weapp/index.ts'

describe('an invitation that is scanned', () => {
  let site: Site
  let dist: string

  beforeAll(async () => {
    dist = await built('weapp')
    site = await openSite()
  }, BUILD_TIMEOUT)

  afterAll(() => site?.close())

  async function scanned(scans: PhoneOptions['scans']) {
    const login = () => site.code('scanner')
    const phone = await openPhone({ dist, server: site.origin, login, ...(scans === undefined ? {} : { scans }) })
    await phone.open('/pages/apps/index?choose=1')
    await phone.tap({ role: 'button', name: '输入邀请码' })
    await phone.tap({ role: 'button', name: '扫一扫' })
    return phone
  }

  const cardCode = async (): Promise<string> => {
    const { json } = await site.ask('POST', `/apps/${site.app.appid}/invitations`, { scopes: ['overview'] })
    return json.code
  }

  it.each(['code', 'scene'])('as a mini program code opens the card, named by its %s', async name => {
    const phone = await scanned(`pages/invitation/index?${name}=${await cardCode()}`)
    await phone.find({ part: site.app.name })
    expect(await phone.page()).toContain('pages/invitation/index')
    await phone.close()
  })

  it('and is none says so, and stays where it is', async () => {
    const phone = await scanned('pages/elsewhere/index?scene=hello')
    await phone.find({ part: '扫到的不是邀请' })
    expect(await phone.page()).toContain('pages/apps/index')
    await phone.close()
  })

  it('leaves everything as it was when the person thinks better of it', async () => {
    const phone = await scanned(undefined)
    expect(await phone.text({ selector: '.da-sheet' })).not.toContain('扫到的不是邀请')
    await phone.close()
  })
})
