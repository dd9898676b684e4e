/** `wx.onX` and `wx.offX`: listeners by name, called in the order of their coming. */
export class Emitter {
  private readonly listeners = new Map<string, Set<(value: unknown) => void>>()
  private readonly guard: (what: string, run: () => void) => void

  constructor(guard: (what: string, run: () => void) => void) {
    this.guard = guard
  }

  /** `{ onX, offX }` for each name `X`; `offX()` without a listener forgets all of them, as WeChat does. */
  functions(names: readonly string[]): Record<string, (listener?: unknown) => void> {
    return Object.fromEntries(
      names.flatMap(name => [
        [`on${name}`, (listener?: unknown) => this.of(name).add(listener as (value: unknown) => void)],
        [
          `off${name}`,
          (listener?: unknown) =>
            listener ? this.of(name).delete(listener as (value: unknown) => void) : this.of(name).clear(),
        ],
      ]),
    )
  }

  emit(name: string, value?: unknown) {
    for (const listener of [...this.of(name)]) this.guard(`wx.on${name}`, () => listener(value))
  }

  has(name: string): boolean {
    return this.of(name).size > 0
  }

  private of(name: string) {
    const known = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, known)
    return known
  }
}
