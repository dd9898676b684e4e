import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { h5Driver } from '../journeys/h5-driver.ts'
import { go, journeys } from '../journeys/journeys.ts'
import { openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'

describe('the journeys of the phone, in a browser', () => {
  let site: Site
  let browser: Browser

  beforeAll(async () => {
    await built('h5')
    site = await openSite()
    browser = await launchBrowser()
  }, BUILD_TIMEOUT)

  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it.each(journeys)('%s', async (_name, journey, person) => {
    const driver = await h5Driver(site, { browser, person })
    await go(journey, driver, site)
  })
})
