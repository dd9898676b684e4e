import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone, type Phone, type PhoneOptions } from '../support/weapp/index.ts'

const SHARE = { role: 'button', name: '分享' } as const

describe('a report shared from the phone', () => {
  let site: Site
  let phone: Phone
  let dist: string

  beforeAll(async () => {
    dist = await built('weapp')
    site = await openSite()
  }, BUILD_TIMEOUT)

  afterAll(() => site?.close())

  const shownBy = async (name: string) =>
    (await phone.shown()).filter(one => one.name === name).map(({ options }) => options as Record<string, unknown>)

  it('is drawn on a canvas of the page and handed to the menu of WeChat', async () => {
    phone = await openPhone({ dist, server: site.origin, login: () => site.code(ADMIN) })
    await phone.open(`/reports/overview/index?appid=${site.app.appid}`)
    await phone.find({ part: '打开次数' })
    await phone.tap(SHARE)
    const [file] = await shownBy('canvasToTempFilePath')
    expect(file).toMatchObject({ destWidth: 840 })
    expect(Number(String(file?.drawn).replace('strokes:', ''))).toBeGreaterThan(50)
    expect(await shownBy('showShareImageMenu')).toEqual([{ path: file?.tempFilePath, needShowEntrance: false }])
    expect(await shownBy('saveImageToPhotosAlbum')).toEqual([])
    await phone.close()
  })

  const share = async (person: Partial<PhoneOptions>) => {
    phone = await openPhone({ dist, server: site.origin, login: () => site.code(ADMIN), ...person })
    await phone.open(`/reports/overview/index?appid=${site.app.appid}`)
    await phone.find({ part: '打开次数' })
    await phone.tap(SHARE)
  }

  it.each([
    ['a WeChat that has no such menu yet', { absent: ['showShareImageMenu'] }],
    ['a WeChat that refuses its menu', { refuses: { showShareImageMenu: 'no permission' } }],
  ])('goes to the album on %s', async (_what, person) => {
    await share(person)
    await phone.find({ part: '图片已保存' })
    const [file] = await shownBy('canvasToTempFilePath')
    expect(await shownBy('saveImageToPhotosAlbum')).toEqual([{ filePath: file?.tempFilePath }])
    await phone.close()
  })

  it('says where the album can be opened to it, when the person did not', async () => {
    await share({ absent: ['showShareImageMenu'], refuses: { saveImageToPhotosAlbum: 'auth deny' } })
    await phone.find({ part: '没有相册的权限' })
    await phone.close()
  })

  it.each([
    ['the menu', { refuses: { showShareImageMenu: 'cancel' } }],
    ['the album', { absent: ['showShareImageMenu'], refuses: { saveImageToPhotosAlbum: 'cancel' } }],
  ])('is let go without a word when the person closes %s', async (_what, person) => {
    await share(person)
    expect(await phone.has({ part: '图片已保存' })).toBe(false)
    expect(await phone.has({ part: '没能生成图片' })).toBe(false)
    await phone.close()
  })

  it('says that it failed when the album breaks', async () => {
    await share({ absent: ['showShareImageMenu'], refuses: { saveImageToPhotosAlbum: 'system error' } })
    await phone.find({ part: '没能生成图片' })
    await phone.close()
  })

  it('is read again when the page is pulled down', async () => {
    phone = await openPhone({ dist, server: site.origin, login: () => site.code(ADMIN) })
    await phone.open(`/reports/sources/index?appid=${site.app.appid}`)
    await phone.find({ part: '占比以来源合计为分母' })
    const before = (await phone.stats()).calls.request ?? 0
    await phone.pullDown()
    expect((await phone.stats()).calls.request).toBe(before + 1)
    await phone.close()
  })
})
