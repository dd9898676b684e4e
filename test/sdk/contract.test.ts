import { Compile } from 'typebox/compile'
import { expect, it } from 'vitest'
import { CollectBody, eventTypes, pageEventTypes, platforms } from '../../src/contract/collect.ts'
import { webRow } from './hosts/browser.ts'
import { Device } from './hosts/device.ts'
import { gameRow, nativeRow, taroRow } from './hosts/wechat.ts'

const body = Compile(CollectBody)

it.each([nativeRow, taroRow, gameRow, webRow])('$name sends what the collector takes', async row => {
  const device = new Device()
  const app = await row.install(device)
  app.sdk.init({ key: 'wk_1', url: 'https://stats.example.com', consent: 'granted' })
  app.open()
  app.sdk.identify({ openid: 'o1', unionid: 'u1' })
  app.sdk.purchase(600, { item: 'sword' })
  app.sdk.track('a', { deep: { a: 1 } })
  app.go('b')
  app.hide()
  expect(device.posts.flatMap(batch => [...body.Errors(batch)])).toEqual([])
  for (const { type, path } of device.events) {
    expect(eventTypes).toContain(type)
    if (pageEventTypes.includes(type)) expect(path).toBeTruthy()
  }
  expect([...platforms, undefined]).toContain(device.posts[0]?.context.platform)
})
