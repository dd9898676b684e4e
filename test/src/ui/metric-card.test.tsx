// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MetricCard, type MetricCardProps } from '../../../src/ui/metric-card.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let taps: string[] = []

const none = { direction: 'none', text: '--', label: '缺失', onWhy: () => taps.push('change') } as const
const down = { direction: 'down', text: '2.2%', label: '较前一天下降2.2%' } as const

function draw(change: Partial<MetricCardProps>) {
  act(() =>
    root.render(
      <MetricCard
        label="打开次数"
        value="142,549"
        changes={[
          { name: '日', change: down },
          { name: '月', change: none },
        ]}
        labels={{ definition: '打开次数的定义', trend: '看打开次数的趋势', missing: '缺失，点按看原因' }}
        onLabel={() => taps.push('label')}
        onPress={() => taps.push('card')}
        onMissing={() => taps.push('missing')}
        {...change}
      />,
    ),
  )
}

const tap = (label: string) => act(() => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click())
const words = () => document.querySelector('.da-mc')?.textContent

beforeEach(() => {
  taps = []
  root = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

describe('a metric card', () => {
  it('opens the definition by its label, and nothing else', () => {
    draw({})
    tap('打开次数的定义')
    expect(taps).toEqual(['label'])
  })

  it('opens the trend elsewhere', () => {
    draw({})
    tap('看打开次数的趋势 142,549')
    expect(taps).toEqual(['card'])
  })

  it('tells why a change cannot be told', () => {
    draw({})
    tap('缺失')
    expect(taps).toEqual(['change'])
  })

  it('shows a zero as a number', () => {
    draw({ value: '0' })
    expect(words()).toBe('打开次数0日2.2%月--')
  })

  it('shows what is not known as --, which tells why', () => {
    draw({ value: null })
    expect(words()).toBe('打开次数--日2.2%月--')
    tap('缺失，点按看原因')
    expect(taps).toEqual(['missing'])
  })

  it('draws blocks only where no number is known', () => {
    draw({ value: null, loading: true })
    expect(words()).toBe('打开次数日月')
    draw({ loading: true })
    expect(words()).toBe('打开次数142,549日2.2%月--')
  })

  it('says a change in words', () => {
    draw({})
    expect(document.querySelector('.da-ch-down')?.getAttribute('aria-label')).toBe('较前一天下降2.2%')
  })
})
