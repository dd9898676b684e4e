import type { Answered, Host, Life } from '../../sdk/port.ts'
import type { WireBatch, WireEvent } from '../../sdk/wire.ts'

interface Timer {
  at: number
  run: () => void
}

interface Sent {
  body: WireBatch
  answer: Answered
}

let drawn = 1

/** The same numbers in every run, and never twice: two devices, or two lives of one, draw different ids. */
function randomNumber(): number {
  drawn = (drawn * 48_271) % 2_147_483_647
  return drawn / 2_147_483_647
}

/** A device without WeChat or browser: its clock, its storage and its network are the test's. */
export class FakeHost implements Host {
  pages = false
  shared = false
  time = Date.UTC(2026, 10, 21, 4)
  /** 0: waits are as long as they can be. */
  chance = 0
  readonly posts: Sent[] = []
  readonly beacons: WireBatch[] = []
  readonly reported: [string, object][] = []
  life: Life = {} as Life
  /** Called before every write of the storage; may throw. */
  beforeWrite: (key: string) => void = () => undefined
  private timers: Timer[] = []
  private answered = 0

  constructor(readonly storage = new Map<string, string>()) {}

  start(life: Life) {
    this.life = life
  }
  context() {
    return { platform: 'ios' as const }
  }
  read(key: string) {
    return this.storage.get(key)
  }
  write(key: string, value: string) {
    this.beforeWrite(key)
    this.storage.set(key, value)
  }
  post(_url: string, body: string, answer: Answered) {
    const index = this.posts.length
    this.posts.push({
      body: JSON.parse(body),
      answer: (...given) => {
        this.answered = index + 1
        answer(...given)
      },
    })
  }
  beacon(_url: string, body: string) {
    this.beacons.push(JSON.parse(body))
  }
  reportEvent(name: string, data: object) {
    this.reported.push([name, data])
  }
  now() {
    return this.time
  }
  random() {
    return this.chance || randomNumber()
  }
  later(run: () => void, delay: number) {
    this.timers.push({ at: this.time + delay, run })
  }

  /** Lets time go by, timer by timer. */
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

  /** Sends what waits and lets the server take it all. */
  settle() {
    this.pass(5000)
    while (this.answered < this.posts.length) this.posts[this.answered++]?.answer(200)
  }

  get lastPost(): Sent {
    const sent = this.posts.at(-1)
    if (!sent) throw new Error('nothing was sent')
    return sent
  }

  /** Everything that was posted so far, whether it was taken or not. */
  get events(): WireEvent[] {
    return this.posts.flatMap(({ body }) => body.events)
  }

  /** `view a`, `leave a 5000`, `custom buy`: what was posted, a line each. */
  get told(): string[] {
    return this.events.map(({ type, path, stayMs, name }) =>
      [type, path, stayMs, name].filter(part => part !== undefined).join(' '),
    )
  }
}
