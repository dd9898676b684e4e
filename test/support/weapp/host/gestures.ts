import { isHandled } from './handlers.ts'
import { raise } from './raise.ts'

interface Point {
  clientX: number
  clientY: number
}

interface Press extends Point {
  target: Element
  moved: boolean
  long: boolean
  timer: number
}

const MOVED = 10
const LONG_PRESS = 350

/** A built-in that does something of its own when it is tapped, e.g. a switch. */
export type TapAction = () => void

/** Fingers on the screen: WeChat's touch, tap and long press events, from a browser's touches or from a test. */
export class Gestures {
  private readonly presses = new Map<number, Press>()
  private readonly actions = new WeakMap<Element, TapAction>()
  /** WeChat does some things only for a person who tapped. */
  wasTapped = false

  /** Hears the browser's own touches. */
  listen(root: Document) {
    const each = (event: TouchEvent, act: (id: number, point: Point, target: Element) => boolean) => {
      const prevented = [...event.changedTouches].map(touch => act(touch.identifier, touch, touch.target as Element))
      if (prevented.includes(true) && event.cancelable) event.preventDefault()
    }
    const options = { capture: true, passive: false }
    root.addEventListener('touchstart', event => each(event, (id, at, target) => this.start(id, at, target)), options)
    root.addEventListener('touchmove', event => each(event, (id, at) => this.move(id, at)), options)
    root.addEventListener('touchend', event => each(event, (id, at) => this.end(id, at)), options)
    root.addEventListener('touchcancel', event => each(event, id => this.cancel(id)), options)
    for (const type of ['transitionend', 'animationend', 'animationstart', 'animationiteration']) {
      root.addEventListener(type, event => void raise(event.target as Element, type, {}, { bubbles: true }), true)
    }
  }

  /** A built-in's own answer to a tap. */
  onTap(element: Element, action: TapAction) {
    this.actions.set(element, action)
  }

  /** One whole tap in the middle of an element. */
  tap(target: Element) {
    const at = middleOf(target)
    this.start(0, at, target)
    this.end(0, at)
  }

  longPress(target: Element) {
    const at = middleOf(target)
    this.start(0, at, target)
    this.holdLong(0)
    this.end(0, at)
  }

  /** Whether a tap there reaches anybody: a handler, or a built-in with an answer of its own. */
  reaches(target: Element): boolean {
    if (isDisabled(target)) return false
    if (isHandled(target, 'tap') || isHandled(target, 'longpress')) return true
    for (let element: Element | null = target; element; element = element.parentElement) {
      if (this.actions.has(element) || /^(input|textarea)$/i.test(element.tagName)) return true
    }
    return false
  }

  private start(id: number, at: Point, target: Element): boolean {
    const timer = window.setTimeout(() => this.holdLong(id), LONG_PRESS)
    this.presses.set(id, { ...pointOf(at), target, moved: false, long: false, timer })
    return this.touch('touchstart', target, id, at)
  }

  private move(id: number, at: Point): boolean {
    const press = this.presses.get(id)
    if (!press) return false
    if (Math.hypot(at.clientX - press.clientX, at.clientY - press.clientY) > MOVED) press.moved = true
    return this.touch('touchmove', press.target, id, at)
  }

  private end(id: number, at: Point): boolean {
    const press = this.release(id)
    if (!press) return false
    const prevented = this.touch('touchend', press.target, id, at)
    if (!press.moved && !press.long) this.tapped(press.target, at)
    return prevented
  }

  private cancel(id: number): boolean {
    const press = this.release(id)
    return press ? this.touch('touchcancel', press.target, id, press) : false
  }

  private holdLong(id: number) {
    const press = this.presses.get(id)
    if (!press || press.moved || !isHandled(press.target, 'longpress')) return
    press.long = true
    raise(press.target, 'longpress', pointDetail(press), { bubbles: true, extra: touchesOf(press.target, id, press) })
  }

  private tapped(target: Element, at: Point) {
    if (isDisabled(target)) return
    this.wasTapped = true
    raise(target, 'tap', pointDetail(at), { bubbles: true, extra: touchesOf(target, 0, at) })
    for (let element: Element | null = target; element; element = element.parentElement) {
      const action = this.actions.get(element)
      if (action) return action()
    }
  }

  private touch(type: string, target: Element, id: number, at: Point): boolean {
    const extra = touchesOf(target, id, at)
    const over = type === 'touchend' || type === 'touchcancel'
    return raise(target, type, {}, { bubbles: true, extra: { ...extra, touches: over ? [] : extra.touches } })
  }

  private release(id: number): Press | undefined {
    const press = this.presses.get(id)
    this.presses.delete(id)
    if (press) window.clearTimeout(press.timer)
    return press
  }
}

const isDisabled = (target: Element) => target.closest('button[disabled]') !== null
const pointOf = ({ clientX, clientY }: Point): Point => ({ clientX, clientY })
const pointDetail = ({ clientX, clientY }: Point) => ({ x: clientX + window.scrollX, y: clientY + window.scrollY })

function middleOf(target: Element): Point {
  const { left, top, width, height } = target.getBoundingClientRect()
  return { clientX: left + width / 2, clientY: top + height / 2 }
}

function touchesOf(target: Element, identifier: number, { clientX, clientY }: Point) {
  const { left, top } = target.getBoundingClientRect()
  const touch = {
    identifier,
    clientX,
    clientY,
    pageX: clientX + window.scrollX,
    pageY: clientY + window.scrollY,
    x: clientX - left,
    y: clientY - top,
  }
  return { touches: [touch], changedTouches: [touch] }
}
