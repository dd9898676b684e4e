import type { WireBatch, WireEvent } from '../../../sdk/wire.ts'
import type { Sdk } from '../bundled.ts'

/** How the server answers: a status, or no answer at all. */
export type Server = (batch: WireBatch) => { status: number; retryAfter?: string } | null

/** What every device of the table has: its clock, its storage, its network, and what the SDK said on the console. */
export class Device {
  time = Date.UTC(2026, 10, 21, 4)
  readonly posts: WireBatch[] = []
  readonly lines: string[] = []
  server: Server = () => ({ status: 200 })
  private timers: { at: number; run: () => void }[] = []

  constructor(readonly storage = new Map<string, string>()) {}

  /** What a script finds in its world besides its host. */
  readonly world = {
    Date: { now: () => this.time, parse: Date.parse },
    setTimeout: (run: () => void, delay: number) => void this.timers.push({ at: this.time + delay, run }),
    console: { warn: (line: string) => this.lines.push(line) },
  }

  take(body: string) {
    const batch = JSON.parse(body) as WireBatch
    this.posts.push(batch)
    return this.server(batch)
  }

  pass(ms: number) {
    const end = this.time + ms
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
      if (!next) break
      this.timers.splice(this.timers.indexOf(next), 1)
      this.time = Math.max(this.time, next.at)
      next.run()
    }
    this.time = end
  }

  get events(): WireEvent[] {
    return this.posts.flatMap(({ events }) => events)
  }

  get told(): string[] {
    return this.events.map(({ type, path, stayMs, name }) =>
      [type, path, stayMs, name].filter(part => part !== undefined).join(' '),
    )
  }
}

/** An app on a device, as its person and its developer act on it. */
export interface Running {
  device: Device
  sdk: Sdk
  /** Opens the app at page `a`. */
  open(): void
  /** Goes to another page. */
  go(page: string): void
  hide(): void
  show(): void
}

/** One row of the table of hosts. */
export interface HostRow {
  name: string
  /** The app is installed and not open yet; the SDK is loaded and not begun. */
  install(device: Device): Promise<Running>
}
