import type { Control, Fault, PendingTimer, PhoneSettings, PhoneStats, Target, Theme } from '../protocol.ts'
import type { NodeBridge } from './bridge.ts'
import type { Surface } from './surface.ts'
import { eventually } from './wait.ts'

/** How long something may take to come on the screen. ms */
const PATIENCE = 15_000
/** Rounds without anything to do after which a phone counts as still. */
const QUIET_ROUNDS = 3

export interface CloseOptions {
  /** Timers that may outlive their page: those that a test leaves there on purpose. */
  mayRemain?: (timer: PendingTimer) => boolean
}

/** A person's phone with the mini program on it. */
export class Phone {
  private readonly expected: RegExp[] = []
  private readonly surface: Surface
  private readonly bridge: NodeBridge
  private readonly settings: PhoneSettings
  private readonly declared: readonly string[]

  /** @param declared what was wrong with the package before it ran */
  constructor(surface: Surface, bridge: NodeBridge, settings: PhoneSettings, declared: readonly string[]) {
    this.surface = surface
    this.bridge = bridge
    this.settings = settings
    this.declared = declared
  }

  /** Launches the mini program at a page, `/pages/…?key=value`, as from a shared card; waits until it is still. */
  async open(url: string): Promise<void> {
    await this.surface.call('launch', url)
    await this.settle()
  }

  /** Address of the page in front. */
  async page(): Promise<string> {
    return (await this.stack()).at(-1) ?? ''
  }

  stack(): Promise<string[]> {
    return this.surface.call('stack')
  }

  /** Waits for something on the page in front. @throws with what is seen instead */
  async find(target: Target | Pick<Control, 'ref'> | string): Promise<number> {
    if (typeof target === 'object' && 'ref' in target) return target.ref
    const wanted = typeof target === 'string' ? { text: target } : target
    const ref = await eventually(() => this.surface.call('locate', wanted), PATIENCE)
    if (ref !== null) return ref
    throw new Error(
      `${JSON.stringify(wanted)} is not on ${await this.page()}: ${await this.text()}\n${await this.report()}`,
    )
  }

  async has(target: Target | string): Promise<boolean> {
    return (await this.surface.call('locate', typeof target === 'string' ? { text: target } : target)) !== null
  }

  /** Waits until something is not on the page in front any more. */
  async gone(target: Target | string): Promise<void> {
    const left = await eventually(async () => !(await this.has(target)), PATIENCE)
    if (left === null) throw new Error(`${JSON.stringify(target)} is still on ${await this.page()}`)
  }

  /** All the text of the page in front, or of one thing on it. */
  async text(target?: Target | string): Promise<string> {
    return this.surface.call('textOf', target === undefined ? null : await this.find(target))
  }

  async attribute(target: Target | string, name: string): Promise<string | null> {
    return this.surface.call('attribute', await this.find(target), name)
  }

  async tap(target: Target | Pick<Control, 'ref'> | string): Promise<void> {
    await this.surface.tap(await this.find(target))
    await this.settle()
  }

  async longPress(target: Target | string): Promise<void> {
    await this.surface.call('longPress', await this.find(target))
    await this.settle()
  }

  async type(target: Target | Pick<Control, 'ref'> | string, text: string, { confirm = false } = {}): Promise<void> {
    await this.surface.type(await this.find(target), text, confirm)
    await this.settle()
  }

  /** Taps what asks for a picture and gives it this one. */
  async choosePicture(target: Target | string, picture: Buffer): Promise<void> {
    await this.surface.call('setPicture', picture.toString('base64'))
    await this.tap(target)
  }

  /** Chooses in WeChat's sheet of a `<picker>`. */
  async pick(target: Target | string, value: unknown): Promise<void> {
    await this.surface.call('pick', await this.find(target), value)
    await this.settle()
  }

  /** Swipes a `<swiper>`. */
  async swipe(target: Target | string, direction: 'left' | 'right'): Promise<void> {
    await this.surface.call('swipe', await this.find(target), direction)
    await this.settle()
  }

  async back(): Promise<void> {
    await this.surface.call('back')
    await this.settle()
  }

  async pullDown(): Promise<void> {
    await this.surface.call('pullDown')
    await this.settle()
  }

  async reachBottom(): Promise<void> {
    await this.surface.call('reachBottom')
    await this.settle()
  }

  /** Moves the page so many px below its upper edge (Chromium). */
  async scroll(top: number): Promise<void> {
    await this.surface.call('scroll', top)
    await this.settle()
  }

  /** Shares the page in front from the menu; null when it does not offer that. */
  share(): Promise<unknown> {
    return this.surface.call('share')
  }

  async offline(isOffline: boolean): Promise<void> {
    await this.surface.call('setOnline', !isOffline)
    await this.settle()
  }

  /** The network is there and the server is not. */
  serverDown(isDown: boolean) {
    this.bridge.reachable = !isDown
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.surface.setTheme(theme)
    await this.settle()
  }

  /** The person leaves for another app. */
  async hide(): Promise<void> {
    await this.surface.call('hide')
    await this.settle()
  }

  async show(): Promise<void> {
    await this.surface.call('show')
    await this.settle()
  }

  stats(): Promise<PhoneStats> {
    return this.surface.call('stats')
  }

  /** Key → JSON text, for a later phone of the same person. */
  storage(): Promise<Record<string, string>> {
    return this.surface.call('storage')
  }

  /** Everything on the page in front that a finger can act on. */
  controls(): Promise<Control[]> {
    return this.surface.call('controls')
  }

  /** The text of a file that the mini program wrote or downloaded. @throws when there is none at that path */
  file(path: string): Promise<string> {
    return this.surface.call('file', path)
  }

  /** What WeChat showed or sent for the mini program: toasts, modals, shares, the clipboard. */
  shown(): Promise<{ name: string; options: unknown }[]> {
    return this.surface.call('shown')
  }

  /** A picture of the page in front, at its whole length unless told otherwise (Chromium). */
  screenshot(path: string, { whole = true } = {}): Promise<void> {
    return this.surface.screenshot(path, whole)
  }

  get size(): { width: number; height: number } {
    const { width, height } = this.settings
    return { width, height }
  }

  /** Waits until nothing is under way: no request, no call of `wx`, no timer about to fire. */
  async settle(): Promise<void> {
    let quiet = 0
    const still = await eventually(async () => {
      const isBusy = this.bridge.inFlight() > 0 || (await this.surface.call('busy')) > 0
      quiet = isBusy ? 0 : quiet + 1
      return quiet >= QUIET_ROUNDS
    }, PATIENCE)
    if (still === null) throw new Error(`${await this.page()} never comes to rest\n${await this.report()}`)
  }

  /** Announces a fault that belongs to what the test does. */
  expectFault(pattern: RegExp) {
    this.expected.push(pattern)
  }

  /** What went wrong so far and nobody announced, as sentences. */
  async faults(): Promise<string[]> {
    const inHost: Fault[] = await this.surface.call('faults')
    const all = [
      ...this.declared.map(message => `declaration: ${message}`),
      ...inHost.map(({ kind, message, page }) => `${kind}: ${message}${page && ` (on ${page})`}`),
      ...this.surface.faults().map(message => `window: ${message}`),
    ]
    return all.filter(fault => !this.expected.some(pattern => pattern.test(fault)))
  }

  /** Ends the mini program, every page left. @throws when anything went wrong that no test announced, or a timer outlived its page */
  async close({ mayRemain = () => false }: CloseOptions = {}): Promise<void> {
    const { faults, leftovers } = await this.leave(mayRemain).finally(() => this.end())
    const all = [
      ...faults,
      ...leftovers.map(
        ({ kind, delay, module, page }) =>
          `timer: ${module}.js left ${kind === 'interval' ? 'an' : 'a'} ${kind} of ${delay} ms on ${page}`,
      ),
    ].filter(fault => !this.expected.some(pattern => pattern.test(fault)))
    if (all.length > 0) throw new Error(`the phone heard:\n${all.map(fault => `- ${fault}`).join('\n')}`)
  }

  private async leave(mayRemain: (timer: PendingTimer) => boolean) {
    await this.surface.call('leave')
    await this.settle()
    const { timers } = await this.stats()
    return { faults: await this.faults(), leftovers: timers.filter(timer => timer.orphan && !mayRemain(timer)) }
  }

  private async end() {
    this.bridge.close()
    await this.surface.close()
  }

  private async report(): Promise<string> {
    const faults = await this.faults()
    return faults.length > 0 ? `faults so far:\n${faults.join('\n')}` : 'no faults so far'
  }
}
