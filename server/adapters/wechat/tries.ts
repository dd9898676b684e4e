import { UpstreamError } from '../../domain/upstream.ts'
import type { WeChatMetrics } from '../../ports/telemetry.ts'
import type { Answer, Call } from './answer.ts'
import type { Reaction } from './errcodes.ts'
import type { Http } from './http.ts'

const MAX_TRIES = 3

/** Pause before the second try, doubled before the third; times 0.5 … 1.5 by chance. */
const basePause: Partial<Record<Reaction, number>> = { retry: 500, retry_later: 1_500 }

/** A pause that ends early, with an error, when we shut down. */
export type Pause = (milliseconds: number) => Promise<void>

export interface TriesOptions {
  http: Http
  pause: Pause
  /** 0 ≤ x < 1. */
  random: () => number
  metrics: WeChatMetrics
}

/** Makes a call up to three times while the answer says that asking again may help. Counts the tries in `tries`. */
export function createTries({ http, pause, random, metrics }: TriesOptions) {
  return async (call: Call): Promise<Answer & { tries: number }> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await http(call)
      const base = answer.ok ? undefined : basePause[answer.verdict.reaction]
      if (base === undefined || tries === MAX_TRIES) return { ...answer, tries }
      metrics.retry(call.path)
      await pause(base * 2 ** (tries - 1) * (0.5 + random()))
    }
  }
}

export type Tries = ReturnType<typeof createTries>

/** Wraps a sleep so that it ends when we shut down. @throws UpstreamError at that moment */
export function createPause(
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>,
  closing: AbortSignal,
): Pause {
  return async milliseconds => {
    const closed = () => new UpstreamError('failed', 'shutting down')
    if (closing.aborted) throw closed()
    try {
      await sleep(milliseconds, closing)
    } catch (error) {
      throw closing.aborted ? closed() : error
    }
  }
}
