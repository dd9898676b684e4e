import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone, type Phone } from '../support/weapp/index.ts'

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
