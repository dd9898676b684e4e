import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ChartTheme, chartThemes, themeTokens } from '../../../src/charts/theme.ts'

const tokens = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8')

function tokenIn(block: string, name: string): string | undefined {
  const start = tokens.indexOf(block)
  return new RegExp(`${name}:\\s*([^;]+);`).exec(tokens.slice(start, tokens.indexOf('\n}', start)))?.[1]
}

const names = Object.keys(themeTokens) as (keyof ChartTheme)[]

describe('the chart theme repeats the tokens', () => {
  it.each(names)('%s, light', name => {
    expect(chartThemes.light[name]).toBe(tokenIn('\npage.theme-light {', themeTokens[name]))
  })

  it.each(names)('%s, dark', name => {
    expect(chartThemes.dark[name]).toBe(tokenIn('\n.theme-dark', themeTokens[name]))
  })

  it('and the dark tokens of the system are those chosen by hand', () => {
    for (const name of names) {
      expect(tokenIn('@media (prefers-color-scheme: dark)', themeTokens[name])).toBe(
        tokenIn('\n.theme-dark', themeTokens[name]),
      )
    }
  })
})
