import { createHash, randomBytes } from 'node:crypto'
import type { CodeRequest } from '../types.ts'
import { Refusal } from '../wire/errors.ts'

/** What the login endpoint answers. */
export interface LoginAnswer {
  openid: string
  session_key: string
  unionid?: string
}

interface Code extends CodeRequest {
  person: string
  expiresAt: number
  used: boolean
}

const lifeMs = 300_000

/** Login codes: single use, five minutes. */
export class Codes {
  private readonly codes = new Map<string, Code>()

  mint(request: CodeRequest, now: number): string {
    const text = `0${randomBytes(24).toString('base64url').slice(0, 31)}`
    const person = request.person ?? text
    this.codes.set(text, { ...request, person, expiresAt: now + lifeMs, used: false })
    return text
  }

  /** Checks a code and answers how to redeem it; 40029 or 40163 otherwise. */
  check(text: string, appid: string, now: number): () => LoginAnswer {
    const code = this.codes.get(text)
    if (!code || now >= code.expiresAt || (code.appid ?? appid) !== appid) throw new Refusal(40029)
    if (code.used) throw new Refusal(40163)
    return () => {
      code.used = true
      const openid = code.openid ?? openidOf(appid, code.person)
      const session_key = randomBytes(16).toString('base64')
      return code.unionid === undefined ? { openid, session_key } : { openid, session_key, unionid: code.unionid }
    }
  }
}

/** 28 characters beginning with `o`, as WeChat's own; one person is somebody else in each app. */
export const openidOf = (appid: string, person: string): string =>
  `o${createHash('sha256').update(`${appid} ${person}`).digest('base64url').slice(0, 27)}`
