import { createHash } from 'node:crypto'
import type { TokenState } from '../../../src/contract/apps.ts'
import { UNREADABLE } from '../../domain/token-words.ts'
import type { UpstreamError, UpstreamFailure } from '../../domain/upstream.ts'
import type { AppSecrets, Apps } from '../../ports/apps.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CallLog } from '../../ports/telemetry.ts'
import type { Failed } from './answer.ts'
import { notBefore } from './rests.ts'

interface Refusal {
  error: UpstreamError
  /** Epoch ms; `null` lasts until the secret is replaced. */
  until: number | null
  /** Of the refused secret: another instance may have replaced it since. */
  secretDigest: string | null
}

const states: Partial<Record<UpstreamFailure, TokenState>> = {
  secret_refused: 'refused',
  ip_not_allowed: 'ip',
  account_frozen: 'frozen',
}

const digestOf = (secret: string | null) =>
  secret === null ? null : createHash('sha256').update(secret).digest('base64url')

export interface StandingOptions {
  apps: Pick<Apps, 'noteToken'>
  secrets: AppSecrets
  clock: Clock
  log: CallLog
}

/** How WeChat takes each app as a whole; the app's record is told when that changes. */
export interface Standing {
  /** @throws UpstreamError while calling for this app cannot help */
  check(appid: string): Promise<void>
  /** Takes the lesson out of a call that was refused with this secret. @returns the error to throw */
  refuse(appid: string, failed: Failed, secret?: string): Promise<UpstreamError>
  /** Our own keys do not open the app's secret: nothing can be asked for it. */
  noteUnreadable(appid: string): Promise<void>
  /** WeChat gave what was asked. A call that set out before a refusal does not lift it. */
  accept(appid: string): Promise<void>
  forget(appid: string): void
}

export function createStanding({ apps, secrets, clock, log }: StandingOptions): Standing {
  const refusals = new Map<string, Refusal>()
  const noted = new Map<string, string>()

  async function note(appid: string, state: TokenState, detail: string | null) {
    const text = `${state} ${detail ?? ''}`
    if (noted.get(appid) === text) return
    noted.set(appid, text)
    try {
      await apps.noteToken(appid, state, detail)
    } catch (error) {
      noted.delete(appid)
      log.warn({ appid, state, error: error instanceof Error ? error.name : 'unknown' }, 'token state was not noted')
    }
  }

  return {
    async check(appid) {
      const refusal = refusals.get(appid)
      if (!refusal) return
      const over = refusal.until !== null && refusal.until <= clock.now()
      if (over || digestOf(await secrets.read(appid)) !== refusal.secretDigest) {
        refusals.delete(appid)
        return
      }
      throw refusal.error
    },
    async refuse(appid, failed, secret) {
      const { verdict } = failed
      const until = verdict.reaction === 'stop_app' ? null : clock.now() + (verdict.cooldown ?? 0)
      const error = until === null ? failed.error : notBefore(failed.error, until)
      refusals.set(appid, { error, until, secretDigest: digestOf(secret ?? (await secrets.read(appid))) })
      await note(appid, states[verdict.failure] ?? 'refused', error.details.ip ?? null)
      return error
    },
    noteUnreadable: appid => note(appid, 'refused', UNREADABLE),
    async accept(appid) {
      if (!refusals.has(appid)) await note(appid, 'ok', null)
    },
    forget(appid) {
      refusals.delete(appid)
      noted.delete(appid)
    },
  }
}
