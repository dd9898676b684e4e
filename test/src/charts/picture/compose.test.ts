import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compose, PICTURE_WIDTH } from '../../../../src/charts/picture/compose.ts'
import type { Command, Measure } from '../../../../src/charts/picture/drawing.ts'
import { ink, inkTokens } from '../../../../src/charts/picture/ink.ts'
import type { Block, Picture } from '../../../../src/charts/picture/picture.ts'

/** Every CJK sign as wide as its size, every other a good half of it. */
const measure: Measure = (text, { size }) =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? size : size * 0.56), 0)

const picture = (...blocks: Block[]): Picture => ({
  app: '青禾生鲜到家',
  title: '来源分析',
  line: '06-15 – 07-14 · 30天',
  standing: '官方 · 10:42 更新',
  blocks,
  definitions: ['打开次数：小程序被打开了多少次。'],
  viewer: '林夏',
  signature: '数据助手 · 林夏 查看于 2026-07-15 10:46',
})

const ranks = (count: number, name = '搜索'): Block => ({
  kind: 'ranks',
  title: '打开次数 · 前 10',
  rows: Array.from({ length: count }, (_, at) => ({
    rank: String(at + 1),
    name,
    value: '142,664',
    share: '32.2%',
    ratio: 1 / (at + 1),
  })),
})

type Text = Extract<Command, { kind: 'text' }>
const textsOf = (made: Picture) => compose(made, measure).commands.filter((one): one is Text => one.kind === 'text')
const wordsOf = (made: Picture) => textsOf(made).map(({ text }) => text)
const spanOf = ({ x, text, font, align = 'left' }: Text): [number, number] => {
  const width = measure(text, font)
  if (align === 'right') return [x - width, x]
  return align === 'center' ? [x - width / 2, x + width / 2] : [x, x + width]
}

describe('a shared picture', () => {
  it.each([
    '青禾生鲜到家',
    '来源分析',
    '06-15 – 07-14 · 30天 · 官方 · 10:42 更新',
    '打开次数：小程序被打开了多少次。',
    '数据助手 · 林夏 查看于 2026-07-15 10:46',
  ])('says %s', words => {
    expect(wordsOf(picture(ranks(3))).join('')).toContain(words)
  })

  it("carries the viewer's name across all of it", () => {
    const { height } = compose(picture(ranks(10)), measure)
    const marks = textsOf(picture(ranks(10))).filter(({ text, angle }) => text === '林夏' && angle !== undefined)
    expect(Math.max(...marks.map(({ y }) => y))).toBeGreaterThan(height - 100)
  })

  it('grows by its rows', () => {
    const tall = (count: number) => compose(picture(ranks(count)), measure).height
    expect(tall(10) - tall(9)).toBe(tall(9) - tall(8))
  })

  it('never cuts a number, whatever the name is', () => {
    const words = wordsOf(picture(ranks(1, '一个很长很长很长很长很长很长很长很长很长的来源')))
    expect(words).toContain('142,664')
    expect(words.find(text => text.endsWith('…'))).toBeDefined()
  })

  const blocks: Record<string, Block> = {
    ranks: ranks(3, 'packageMall/pages/goods/detail-of-a-very-long-name'),
    tiles: {
      kind: 'tiles',
      tiles: ['打开次数', '访问次数', '人均停留时长'].map(label => ({
        label,
        value: '1,042,549',
        notes: ['日 +3.2%'],
      })),
    },
    columns: {
      kind: 'columns',
      columns: Array.from({ length: 8 }, () => ({ label: '50-100s', text: '12.5%', ratio: 0.5 })),
    },
    table: {
      kind: 'table',
      columns: ['日期', '访问人数', '较前一天', '较上周同日'],
      rows: [['07-14 二', '61,208', '+0.7%', '--']],
    },
    heat: {
      kind: 'heat',
      columns: ['日期', '新增', '1天后', '2天后', '3天后', '4天后', '5天后', '6天后', '7天后', '14天后', '30天后'],
      rows: [
        { name: '2026年12月', size: '14,820', cells: Array.from({ length: 9 }, () => ({ text: '10.0%', step: 3 })) },
      ],
    },
    words: { kind: 'words', text: '微信还没算好这一天，通常在 10:00 以后。会自动再试。'.repeat(3) },
    plot: {
      kind: 'plot',
      lines: [
        { name: '本段', values: [1, null, 3], color: 'c1' },
        { name: '5周前同星期', values: [2, 2, 2], color: 'compare' },
      ],
      labels: ['07-01', '07-02', '07-03'],
      bands: [1],
      unit: 'count',
      language: 'zh',
    },
  }

  it.each(Object.entries(blocks))('keeps the words of %s inside its edges', (_name, block) => {
    for (const text of textsOf(picture(block)).filter(({ angle }) => angle === undefined)) {
      const [from, to] = spanOf(text)
      expect([text.text, from >= 0, to <= PICTURE_WIDTH]).toEqual([text.text, true, true])
    }
  })

  it.each(Object.entries(blocks))('sets no two words of %s over each other', (_name, block) => {
    const texts = textsOf(picture(block)).filter(({ angle, text }) => angle === undefined && text !== '')
    const clashes = texts.flatMap((one, at) =>
      texts.slice(at + 1).flatMap(other => {
        const [[from, to], [start, end]] = [spanOf(one), spanOf(other)]
        const isBeside = to <= start || end <= from
        const isBelow = Math.abs(one.y - other.y) >= (one.font.size + other.font.size) / 2.2
        return isBeside || isBelow ? [] : [`${one.text} / ${other.text}`]
      }),
    )
    expect(clashes).toEqual([])
  })

  it('keeps the bar of all the rest, which may be longer than the first, on its track', () => {
    const rest: Block = {
      kind: 'ranks',
      rows: [{ rank: '', name: '其余 15 个来源', value: '776,336', share: '18.1%', ratio: 1.19 }],
    }
    const boxes = compose(picture(rest), measure).commands.filter(one => one.kind === 'box')
    expect(Math.max(...boxes.map(({ x, width }) => x + width))).toBe(PICTURE_WIDTH)
  })

  it('leaves a gap where a number is missing', () => {
    const strokes = compose(picture(blocks.plot as Block), measure).commands.filter(
      one => one.kind === 'stroke' && one.color === '#2f6bdc',
    )
    expect(strokes.every(one => one.kind === 'stroke' && one.points.length === 2)).toBe(true)
    const dots = compose(picture(blocks.plot as Block), measure).commands.filter(({ kind }) => kind === 'dot')
    expect(dots.length).toBeGreaterThanOrEqual(2)
  })

  it('draws nothing that is no number', () => {
    const empty: Block = {
      ...(blocks.plot as Extract<Block, { kind: 'plot' }>),
      lines: [{ name: '本段', values: [null], color: 'c1' }],
    }
    for (const block of [...Object.values(blocks), empty]) {
      expect(JSON.stringify(compose(picture(block), measure))).not.toMatch(/null|NaN|undefined/)
    }
  })
})

describe('its inks', () => {
  const tokens = readFileSync(new URL('../../../../src/styles/tokens.css', import.meta.url), 'utf8')

  it.each(Object.entries(inkTokens))('%s repeats the light token', (name, token) => {
    expect(tokens).toContain(`${token}: ${ink[name as keyof typeof inkTokens]};`)
  })

  it.each(ink.heat.map((color, at) => [`--h${at + 1}`, color]))('%s is %s', (token, color) => {
    expect(tokens).toContain(`${token}: ${color};`)
  })
})
