// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Button } from '../../../src/ui/button.tsx'
import { Sheet } from '../../../src/ui/sheet.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let closed = 0

const nothing = () => undefined

function draw(open: boolean) {
  act(() =>
    root.render(
      <>
        <Button text="打开" onPress={nothing} />
        <Sheet id="s" open={open} title="日期" closeLabel="关闭" onClose={() => closed++}>
          <Button text="看 7 天" onPress={nothing} />
        </Sheet>
      </>,
    ),
  )
}

const button = (text: string) => [...document.querySelectorAll('button')].find(one => one.textContent === text)
const focused = () => document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label')
const press = (key: string, shiftKey = false) =>
  act(() => document.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true })))

beforeEach(() => {
  closed = 0
  const host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
  draw(false)
  button('打开')?.focus()
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

describe('a sheet', () => {
  it('is a named dialog', () => {
    draw(true)
    expect(document.querySelector('[role=dialog]')?.getAttribute('aria-label')).toBe('日期')
  })

  it('draws nothing while closed', () => {
    expect(document.querySelector('[role=dialog]')).toBeNull()
  })

  it('takes the focus', () => {
    draw(true)
    expect(focused()).toBe('关闭')
  })

  it('keeps the focus: forward from the last to the first', () => {
    draw(true)
    button('看 7 天')?.focus()
    press('Tab')
    expect(focused()).toBe('关闭')
  })

  it('keeps the focus: back from the first to the last', () => {
    draw(true)
    press('Tab', true)
    expect(focused()).toBe('看 7 天')
  })

  it('gives the focus back', () => {
    draw(true)
    draw(false)
    expect(focused()).toBe('打开')
  })

  it('closes with Escape', () => {
    draw(true)
    press('Escape')
    expect(closed).toBe(1)
  })

  it('closes by its mask', () => {
    draw(true)
    act(() => document.querySelector<HTMLElement>('.da-mask')?.click())
    expect(closed).toBe(1)
  })
})
