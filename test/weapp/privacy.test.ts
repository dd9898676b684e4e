import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone, type Phone, type PhoneOptions } from '../support/weapp/index.ts'

const NICKNAME = { role: 'textbox', name: '昵称' }
const CHOOSE = { role: 'button', name: '换头像' }

describe('who has not agreed to the privacy guide', () => {
  let site: Site
  let dist: string

  beforeAll(async () => {
    dist = await built('weapp')
    site = await openSite()
  }, BUILD_TIMEOUT)

  afterAll(() => site?.close())

  const open = async (privacy: NonNullable<PhoneOptions['privacy']>) => {
    const login = () => site.code(`private ${privacy}`)
    const phone = await openPhone({ dist, server: site.origin, login, privacy })
    await phone.open('/access/profile/index')
    await phone.find(NICKNAME)
    return phone
  }
  const typeOf = (phone: Phone) => phone.attribute(NICKNAME, 'data-type')
  const asked = async (phone: Phone) => (await phone.shown()).some(({ name }) => name === 'requirePrivacyAuthorize')

  it('is asked by our own words first, then by WeChat, and may then take picture and name from it', async () => {
    const phone = await open('agrees')
    expect(await typeOf(phone)).not.toBe('nickname')
    await phone.tap(CHOOSE)
    await phone.find({ part: '不同意也能用' })
    expect(await asked(phone)).toBe(false)
    await phone.tap({ role: 'button', name: '同意' })
    expect(await asked(phone)).toBe(true)
    await phone.gone({ part: '不同意也能用' })
    expect(await typeOf(phone)).toBe('nickname')
    await phone.tap(CHOOSE)
    await phone.find({ selector: '.da-face .da-ava-img' })
    await phone.close()
  })

  it.each([
    ['our words', '不同意', false],
    ['WeChat', '同意', true],
  ])('and refuses %s, types a name and has a profile', async (_whom, answer, isAsked) => {
    const phone = await open('refuses')
    await phone.tap({ role: 'button', name: '用微信昵称' })
    await phone.tap({ role: 'button', name: answer })
    expect(await asked(phone)).toBe(isAsked)
    await phone.find({ part: '可以自己填写' })
    expect(await typeOf(phone)).not.toBe('nickname')
    await phone.type(NICKNAME, `自己写的${isAsked ? '一' : '二'}`)
    await phone.tap({ role: 'button', name: '保存' })
    await phone.find({ part: '已保存' })
    await phone.close()
  })

  it('is not asked again once that was done', async () => {
    const phone = await open('agreed')
    expect(await typeOf(phone)).toBe('nickname')
    expect(await phone.has({ role: 'button', name: '用微信昵称' })).toBe(false)
    await phone.close()
  })
})
