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

  /** A device whose share menu answers so. */
  async function withMenu(answer: 'taken' | 'closed' | 'broken') {
    const screen = await on.enter('admin')
    await screen.page.addInitScript(how => {
      const shared: string[] = []
      Object.assign(window, { shared })
      Object.assign(navigator, {
        canShare: ({ files }: ShareData) => files?.every(({ type }) => type === 'image/png') ?? false,
        share: async ({ files }: ShareData) => {
          shared.push(...(files ?? []).map(({ name }) => name))
          if (how === 'closed') throw new DOMException('the person thought better of it', 'AbortError')
          if (how === 'broken') throw new DOMException('promised more than it keeps', 'NotAllowedError')
        },
      })
    }, answer)
    await screen.page.goto('about:blank')
    await screen.page.goto(at(on.demo.origin, `/reports/sources/index?appid=${appid}`))
    const files: string[] = []
    screen.page.on('download', file => void files.push(file.suggestedFilename()))
    await front(screen.page).getByRole('button', { name: '会话' }).first().waitFor()
    await front(screen.page).getByRole('button', { name: '分享', exact: true }).click()
    const shared = () => screen.page.evaluate(() => (window as unknown as { shared: string[] }).shared)
    await expect.poll(shared).toEqual([expect.stringMatching(/^青禾生鲜到家 来源分析 .*\.png$/)])
    return { page: screen.page, files }
  }

  it('goes to the share menu of a device that has one, and is no file then', async () => {
    const { page, files } = await withMenu('taken')
    expect(await page.getByText('图片已保存').count()).toBe(0)
    expect(files).toEqual([])
  })

  it('is let go when the person closes the menu', async () => {
    const { page, files } = await withMenu('closed')
    expect(await page.getByText(/图片已保存|没能生成图片/).count()).toBe(0)
    expect(files).toEqual([])
  })

  it('is a file after all when the menu breaks', async () => {
    const { page, files } = await withMenu('broken')
    await page.getByText('图片已保存').waitFor()
    await expect.poll(() => files).toHaveLength(1)
  })
})
