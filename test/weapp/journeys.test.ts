import { afterAll, beforeAll, describe, it } from 'vitest'
import { go, journeys } from '../journeys/journeys.ts'
import { openSite, type Site } from '../journeys/site.ts'
import { weappDriver } from '../journeys/weapp-driver.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'

describe('the mini program on a phone', () => {
  let site: Site
  let dist: string

  beforeAll(async () => {
    dist = await built('weapp')
    site = await openSite()
  }, BUILD_TIMEOUT)

  afterAll(() => site?.close())

  it.each(journeys)('%s', async (_name, journey, person) => {
    const driver = await weappDriver(site, { dist, person })
    await go(journey, driver, site)
  })
})
