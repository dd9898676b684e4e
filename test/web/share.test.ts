import { readFile } from 'node:fs/promises'
import type { Download } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoApp } from '../../server/sandbox/index.ts'
import { at, front } from './demo.ts'
import { onScreen } from './on-screen.ts'
import { settling } from './settled.ts'

const { appid } = demoApp.freshShop
const WIDTH = 840
/** What any phone's canvas holds. px */
const TALLEST = 4096
const BUTTON = { 'zh-CN': '分享', en: 'Share' }

describe('a report shared from the browser', () => {
  const on = onScreen()

  async function shared(report: string, locale: 'zh-CN' | 'en') {
    const screen = await on.enter('admin', { font: true, locale })
    const { settled } = settling(screen.page)
    await screen.page.goto(at(on.demo.origin, `/reports/${report}/index?appid=${appid}`))
    await settled()
    const button = front(screen.page).getByRole('button', { name: BUTTON[locale], exact: true })
    let file: Download | null = null
    // before there are numbers a tap only says so
    for (let tries = 0; file === null && tries < 30; tries++) {
      const next = screen.page.waitForEvent('download', { timeout: 2_000 }).catch(() => null)
      await button.click()
      file = await next
    }
    if (file === null) throw new Error(`${report} was not shared`)
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }

  /** How many different colours a PNG has. */
  const colours = (bytes: Buffer) =>
    on.screen.page.evaluate(
      async address => {
        const image = new Image()
        image.src = address
        await image.decode()
        const canvas = new OffscreenCanvas(image.width, image.height)
        const brush = canvas.getContext('2d')
        brush?.drawImage(image, 0, 0)
        const { data } = brush?.getImageData(0, 0, image.width, image.height) ?? { data: new Uint8ClampedArray() }
        return new Set(new Uint32Array(data.buffer)).size
      },
      `data:image/png;base64,${bytes.toString('base64')}`,
    )

  const reports = ['overview', 'trend', 'sources', 'engagement', 'pages', 'retention', 'portrait', 'performance']
  const cases = [...reports.map(report => [report, 'zh-CN'] as const), ['retention', 'en'] as const]

  it.each(cases)('is a picture of %s (%s)', async (report, locale) => {
    const { name, bytes } = await shared(report, locale)
    expect(name).toMatch(/^青禾生鲜到家 .*\.png$/)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(WIDTH)
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(WIDTH / 2)
    expect(bytes.readUInt32BE(20)).toBeLessThanOrEqual(TALLEST)
    expect(await colours(bytes)).toBeGreaterThan(50)
  })
})
