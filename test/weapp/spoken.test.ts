import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone, type Phone, type Target } from '../support/weapp/index.ts'

const radio = (name: string): Target => ({ role: 'radio', name })

describe('a screen reader on the phone hears', () => {
  let site: Site
  let dist: string
  let phone: Phone

  beforeAll(async () => {
    dist = await built('weapp')
    site = await openSite()
  }, BUILD_TIMEOUT)

  afterAll(() => site?.close())

  const open = async (path: string) => {
    phone = await openPhone({ dist, server: site.origin, login: () => site.code(ADMIN) })
    await phone.open(`${path}?appid=${site.app.appid}`)
  }
  const checked = (target: Target) => phone.attribute(target, 'aria-checked')

  it('which of several choices holds, and that it has changed', async () => {
    await open('/reports/trend/index')
    expect([await checked(radio('天')), await checked(radio('周'))]).toEqual(['true', 'false'])
    await phone.tap(radio('周'))
    expect([await checked(radio('天')), await checked(radio('周'))]).toEqual(['false', 'true'])
    await phone.close()
  })

  it('which sections a card opens, and that a preset has changed them', async () => {
    await open('/access/grants/index')
    const section = (name: string): Target => ({ role: 'checkbox', name })
    await phone.tap(radio('全部'))
    expect([await checked(section('概况')), await checked(section('留存'))]).toEqual(['true', 'true'])
    await phone.tap(radio('仅概况'))
    expect([await checked(section('概况')), await checked(section('留存'))]).toEqual(['true', 'false'])
    await phone.close()
  })

  it('whether a switch is on', async () => {
    await open('/access/grants/index')
    const needsWord: Target = { role: 'switch', name: '接受后由我确认' }
    expect(await checked(needsWord)).toBe('true')
    await phone.tap(needsWord)
    expect(await checked(needsWord)).toBe('false')
    await phone.close()
  })

  it('whether the comparison is on', async () => {
    await open('/reports/trend/index')
    const compare: Target = { role: 'button', name: '对比' }
    expect(await phone.attribute(compare, 'aria-pressed')).toBe('false')
    await phone.tap(compare)
    expect(await phone.attribute(compare, 'aria-pressed')).toBe('true')
    await phone.close()
  })

  it('whether a row is open', async () => {
    await open('/reports/pages/index')
    const row: Target = { selector: '.da-pg-hit' }
    expect(await phone.attribute(row, 'aria-expanded')).toBe('false')
    await phone.tap(row)
    expect(await phone.attribute(row, 'aria-expanded')).toBe('true')
    await phone.close()
  })

  it.each([
    ['overview', '.da-plot', /^访问人数，.*最低 .*最高 .*最近 /],
    ['trend', '.da-plot', /^访问人数，.*最低 .*最高 .*最近 /],
    ['engagement', '.da-bars', /^访问时长，最多的是 .*，占 /],
    ['portrait', '.da-ring-plot', /%/],
    ['performance', '.da-plot', /启动总耗时/],
  ])('what the chart of %s shows, in words', async (report, selector, words) => {
    await open(`/reports/${report}/index`)
    await phone.find({ selector })
    expect(await phone.attribute({ selector }, 'aria-label')).toMatch(words)
    await phone.close()
  })

  it('which pill is chosen', async () => {
    await open('/reports/trend/index')
    expect([await checked(radio('访问人数')), await checked(radio('打开次数'))]).toEqual(['true', 'false'])
    await phone.tap(radio('打开次数'))
    expect([await checked(radio('访问人数')), await checked(radio('打开次数'))]).toEqual(['false', 'true'])
    await phone.close()
  })

  it('which of a list is the chosen one', async () => {
    await open('/reports/overview/index')
    await phone.tap({ role: 'button', part: '选择指标' })
    expect(await phone.attribute({ role: 'button', name: '访问人数' }, 'aria-current')).toBe('true')
    expect(await phone.attribute({ role: 'button', name: '分享次数' }, 'aria-current')).not.toBe('true')
    await phone.close()
  })
})
