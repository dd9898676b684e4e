import { randomBytes } from 'node:crypto'
import { dayOf } from '../calendar.ts'
import { Refusal } from '../wire/errors.ts'

/** The two channels are isolated: neither ends the other's tokens. */
type Channel = 'classic' | 'stable'

interface Token {
  text: string
  appid: string
  expiresAt: number
  /** Earlier than `expiresAt` once a newer token took over. */
  validUntil: number
  superseded: boolean
}

interface Forced {
  day: number
  count: number
  at: number
}

export interface TokenAnswer {
  access_token: string
  expires_in: number
}

const lifeMs = 7_200_000
const overlapMs = 300_000
const forcedPerDay = 20
const forcedApartMs = 30_000

/** Issues and checks access tokens; times are epoch ms. */
export class Tokens {
  private readonly issued = new Map<string, Token>()
  private readonly latest = new Map<string, Token>()
  private readonly forced = new Map<string, Forced>()

  /** `/cgi-bin/token`: always a new one, the one before lives five minutes on. */
  classic(appid: string, now: number): TokenAnswer {
    return this.issue(appid, 'classic', now, overlapMs)
  }

  /** `/cgi-bin/stable_token` in normal mode: the same one with its remaining seconds, a new one in its last five minutes. */
  stable(appid: string, now: number): TokenAnswer {
    const current = this.latest.get(`stable ${appid}`)
    if (current && now < current.expiresAt - overlapMs) {
      return { access_token: current.text, expires_in: Math.floor((current.expiresAt - now) / 1000) }
    }
    return this.issue(appid, 'stable', now, overlapMs)
  }

  /** `force_refresh`: the one before ends at once; 20 a day, 30 s apart. */
  force(appid: string, now: number): TokenAnswer {
    const before = this.forced.get(appid)
    const day = dayOf(now)
    const count = before?.day === day ? before.count : 0
    if (before && now - before.at < forcedApartMs) throw new Refusal(45011)
    if (count >= forcedPerDay) throw new Refusal(45009)
    this.forced.set(appid, { day, count: count + 1, at: now })
    return this.issue(appid, 'stable', now, 0)
  }

  /** The app of a token, also of one that is no longer valid. */
  owner(text: string): string | null {
    return this.issued.get(text)?.appid ?? null
  }

  /** The app of a valid token; 40014, 40001 or 42001 otherwise. */
  check(text: string, now: number): string {
    if (!/^\d{1,4}_[\w-]{20,}$/.test(text)) throw new Refusal(40014)
    const token = this.issued.get(text)
    if (!token) throw new Refusal(40001)
    if (now < token.validUntil) return token.appid
    throw new Refusal(token.superseded ? 40001 : 42001)
  }

  private issue(appid: string, channel: Channel, now: number, overlap: number): TokenAnswer {
    const key = `${channel} ${appid}`
    const before = this.latest.get(key)
    if (before) {
      before.validUntil = Math.min(before.expiresAt, now + overlap)
      before.superseded = true
    }
    const text = `97_${randomBytes(102).toString('base64url')}`
    const token = { text, appid, expiresAt: now + lifeMs, validUntil: now + lifeMs, superseded: false }
    this.latest.set(key, token)
    this.issued.set(text, token)
    return { access_token: text, expires_in: lifeMs / 1000 }
  }
}
