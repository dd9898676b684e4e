import type { Answered } from '../../../sdk/port.ts'
import type { TrafficModel } from '../traffic/model.ts'
import { newPhone, type Phone, type Place } from './phone.ts'
import { planVisit, visitsAMinute } from './plan.ts'
import { visit } from './visit.ts'

/** An app that people visit. */
export interface VisitedApp {
  key: string
  traffic: TrafficModel
}

/** Sends one body to the collector; never throws. */
export type Send = (body: string) => Promise<{ status: number; retryAfter: string | null }>

export interface CrowdOptions {
  send: Send
  /** Epoch ms. */
  now: () => number
  random: () => number
}

const SECOND = 1000
/** At once, of one app; and phones that may come again. */
const MOST_VISITORS = 30
const MOST_PHONES = 400
const COMES_AGAIN = 0.55

/** The people of one app: who is there, and who was there before. */
interface Audience extends VisitedApp {
  phones: Phone[]
  present: number
}

export interface Crowd {
  /** Plays the visits of a span that is past, one after another, so that a curve has a morning. Ends early on `stop`. */
  catchUp(from: number, to: number): Promise<void>
  /** Lets people come and go as the hour is, from now on. */
  open(): void
  stop(): void
  /** Visits under way. */
  readonly present: number
}

/** People who use the measured apps: each is the SDK on a phone of their own, and sends to the collector as any phone would. */
export function createCrowd(apps: readonly VisitedApp[], { send, now, random }: CrowdOptions): Crowd {
  const audiences: Audience[] = apps.map(app => ({ ...app, phones: [], present: 0 }))
  const timers = new Set<NodeJS.Timeout>()
  const waiting = new Set<() => void>()
  let isStopped = false
  let beat: NodeJS.Timeout | undefined

  const later = (run: () => void, delay: number, mine?: Set<NodeJS.Timeout>) => {
    if (isStopped) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      mine?.delete(timer)
      run()
    }, delay)
    timers.add(timer.unref())
    mine?.add(timer)
  }
  /** False, and at once, when everything ends. */
  const wait = (ms: number) =>
    new Promise<boolean>(resolve => {
      const goOn = () => {
        waiting.delete(goOn)
        resolve(!isStopped)
      }
      waiting.add(goOn)
      if (isStopped) goOn()
      else later(goOn, ms)
    })
  const post = (body: string, answered: Answered) => {
    void send(body).then(({ status, retryAfter }) => isStopped || answered(status, retryAfter))
  }
  const take = ({ phones }: Audience): Phone => {
    const index = Math.floor(random() * phones.length)
    const [known] = random() < COMES_AGAIN ? phones.splice(index, 1) : []
    return known ?? newPhone(random)
  }
  const putBack = ({ phones }: Audience, phone: Phone) => {
    phones.push(phone)
    if (phones.length > MOST_PHONES) phones.shift()
  }

  async function come(audience: Audience): Promise<void> {
    const phone = take(audience)
    const mine = new Set<NodeJS.Timeout>()
    const place: Place = { now, random, post, later: (run, delay) => later(run, delay, mine) }
    audience.present += 1
    await visit(phone, place, audience.key, planVisit(audience.traffic, random), wait)
    // what was sent last may still be on its way
    await wait(SECOND)
    audience.present -= 1
    // the app is gone; what nobody answered stays on the phone until it is opened again
    for (const timer of mine) {
      clearTimeout(timer)
      timers.delete(timer)
    }
    putBack(audience, phone)
  }

  /** One visit that took place at `at`: its clock is its own, only what it sends is of now. */
  async function playBack(audience: Audience, at: number): Promise<void> {
    let time = at
    const sent: Promise<void>[] = []
    const place: Place = {
      now: () => time,
      random,
      later: () => undefined,
      post(body, answered) {
        const ofNow = JSON.stringify({ ...(JSON.parse(body) as object), sentAt: now() })
        sent.push(send(ofNow).then(({ status, retryAfter }) => answered(status, retryAfter)))
      },
    }
    const phone = take(audience)
    await visit(phone, place, audience.key, planVisit(audience.traffic, random), async ms => {
      time += ms
      return !isStopped
    })
    for (let count = 0; count < sent.length; count += 1) await sent[count]
    putBack(audience, phone)
  }

  return {
    get present() {
      return audiences.reduce((sum, { present }) => sum + present, 0)
    },
    async catchUp(from, to) {
      for (let minute = from; minute < to && !isStopped; minute += 60 * SECOND) {
        for (const audience of audiences) {
          if (random() >= visitsAMinute(audience.traffic, minute) / 2) continue
          // two at a time, so that one draw a minute is enough
          await playBack(audience, minute + Math.floor(random() * 30_000))
          await playBack(audience, minute + 30_000 + Math.floor(random() * 30_000))
          await wait(5)
        }
      }
    },
    open() {
      beat = setInterval(() => {
        for (const audience of audiences) {
          const isDue = random() < visitsAMinute(audience.traffic, now()) / 60
          if (isDue && audience.present < MOST_VISITORS) void come(audience)
        }
      }, SECOND).unref()
    },
    stop() {
      isStopped = true
      clearInterval(beat)
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      for (const goOn of waiting) goOn()
    },
  }
}
