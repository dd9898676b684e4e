import { type DestinationStream, pino } from 'pino'
import type { Log } from '../../ports/log.ts'
import { errorFacts, scrub } from './scrub.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Shorter texts hold no secret that a form could tell; ids of ours pass. */
const SHORTEST_SECRET = 16
const DEEPEST = 4
const HIDDEN = '[hidden]'
const SECRET_NAMES = new Set([
  'token',
  'secret',
  'openid',
  'unionid',
  'session_key',
  'sessionKey',
  'access_token',
  'authorization',
  'code',
])

export interface PinoLog extends Log {
  /** Writes what is still in memory. */
  flush(): void
}

/**
 * Structured lines on stdout. What is written passes three doors: known names are hidden, errors show only what is
 * allowed, texts are scrubbed of tokens, openids and queries.
 * @param destination for tests; otherwise stdout, written in batches
 */
export function createLog(level: string, destination?: DestinationStream): PinoLog {
  const buffered = destination ?? pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 1000 })
  const logger = pino(
    {
      level,
      base: null,
      formatters: { level: label => ({ level: label }) },
    },
    buffered,
  )
  const write = (name: 'debug' | 'info' | 'warn' | 'error') => (facts: object, message: string) => {
    if (logger.isLevelEnabled(name))
      logger[name](
        clean(facts instanceof Error ? { error: facts } : facts),
        message.length < SHORTEST_SECRET ? message : scrub(message),
      )
  }
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    flush() {
      if ('flushSync' in buffered && typeof buffered.flushSync === 'function') buffered.flushSync()
    },
  }
}

/**
 * A copy that may be written. It is taken by hand and not by the logger's own redaction, which costs more than the rest
 * of a log line.
 */
function clean(facts: object, depth = 0): object {
  if (facts instanceof Error) return errorFacts(facts)
  if (Array.isArray(facts)) return facts.map(fact => cleanValue(fact, depth))
  const cleaned: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(facts)) {
    cleaned[name] = SECRET_NAMES.has(name) ? HIDDEN : cleanValue(value, depth)
  }
  return cleaned
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.length < SHORTEST_SECRET || UUID.test(value) ? value : scrub(value)
  if (typeof value !== 'object' || value === null) return value
  return depth < DEEPEST ? clean(value, depth + 1) : HIDDEN
}
