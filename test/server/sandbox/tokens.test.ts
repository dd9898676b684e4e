import { describe, expect, it } from 'vitest'
import { afternoon, client, demoApp } from './client.ts'

const shop = demoApp.freshShop
const second = 1000

function atTime() {
  const harness = client()
  const at = (seconds: number) => harness.sandbox.setNow(afternoon + seconds * second)
  const errcodeOf = async (token: unknown) =>
    (
      await harness.withToken('/datacube/getweanalysisappiddailyvisittrend', token, {
        begin_date: '20261119',
        end_date: '20261119',
      })
    ).errcode
  return { ...harness, at, errcodeOf }
}

describe('a stable token', () => {
  it('stays the same and tells its remaining seconds', async () => {
    const { stable, at } = atTime()
    const first = await stable(shop)
    at(6855)
    expect(await stable(shop)).toEqual({ access_token: first.access_token, expires_in: 345 })
  })

  it('is replaced from five minutes before its end', async () => {
    const { stable, at } = atTime()
    const first = await stable(shop)
    at(6900)
    const next = await stable(shop)
    expect(next.access_token).not.toBe(first.access_token)
    expect(next.expires_in).toBe(7200)
  })

  it('is valid for its last five minutes beside its successor, and no longer', async () => {
    const { stable, at, errcodeOf } = atTime()
    const first = await stable(shop)
    at(6900)
    await stable(shop)
    at(7199)
    expect(await errcodeOf(first.access_token)).toBeUndefined()
    at(7200)
    expect(await errcodeOf(first.access_token)).toBe(40001)
  })

  it('expires without a successor as 42001', async () => {
    const { stable, at, errcodeOf } = atTime()
    const first = await stable(shop)
    at(7200)
    expect(await errcodeOf(first.access_token)).toBe(42001)
  })

  it('ends at once when a refresh is forced', async () => {
    const { stable, errcodeOf } = atTime()
    const first = await stable(shop)
    const forced = await stable(shop, { force_refresh: true })
    expect(await errcodeOf(first.access_token)).toBe(40001)
    expect(await errcodeOf(forced.access_token)).toBeUndefined()
  })

  it('is forced at most every 30 seconds', async () => {
    const { stable, at } = atTime()
    await stable(shop, { force_refresh: true })
    at(29)
    expect((await stable(shop, { force_refresh: true })).errcode).toBe(45011)
    at(30)
    expect((await stable(shop, { force_refresh: true })).errcode).toBeUndefined()
  })

  it('is forced at most 20 times a China day', async () => {
    const { stable, at } = atTime()
    for (let time = 0; time < 20; time++) {
      at(time * 30)
      await stable(shop, { force_refresh: true })
    }
    at(600)
    expect((await stable(shop, { force_refresh: true })).errcode).toBe(45009)
    at(8 * 3600)
    expect((await stable(shop, { force_refresh: true })).errcode).toBeUndefined()
  })
})

describe('a token of /cgi-bin/token', () => {
  it('is new at every call', async () => {
    const { classic } = atTime()
    expect((await classic(shop)).access_token).not.toBe((await classic(shop)).access_token)
  })

  it('lives five minutes beside its successor', async () => {
    const { classic, at, errcodeOf } = atTime()
    const first = await classic(shop)
    await classic(shop)
    at(299)
    expect(await errcodeOf(first.access_token)).toBeUndefined()
    at(300)
    expect(await errcodeOf(first.access_token)).toBe(40001)
  })

  it('does not end a stable token, nor a stable one it', async () => {
    const { classic, stable, at, errcodeOf } = atTime()
    const stableOne = await stable(shop)
    const classicOne = await classic(shop)
    await stable(shop, { force_refresh: true })
    at(301)
    expect(await errcodeOf(classicOne.access_token)).toBeUndefined()
    const stableNext = await stable(shop)
    await classic(shop)
    await classic(shop)
    at(700)
    expect(await errcodeOf(stableNext.access_token)).toBeUndefined()
    expect(await errcodeOf(stableOne.access_token)).toBe(40001)
  })
})

it('a text that is no token at all answers 40014', async () => {
  expect(await atTime().errcodeOf('nonsense')).toBe(40014)
})

it('a token stays valid when the secret is frozen afterwards', async () => {
  const { stable, sandbox, errcodeOf } = atTime()
  const { access_token } = await stable(shop)
  sandbox.configure({ appid: shop.appid, secretFrozen: true })
  expect(await errcodeOf(access_token)).toBeUndefined()
})
