import { type DestinationStream, pino } from 'pino'
import type { Log } from '../../ports/log.ts'
import { errorFacts, scrub } from './scrub.ts'

const SECRET_KEYS = [
  'token',
  'secret',
  'openid',
  'unionid',
  'session_key',
  'sessionKey',
  'access_token',
  'authorization',
]
const redacted = ['code', ...SECRET_KEYS.flatMap(key => [key, `*.${key}`])]

export interface PinoLog extends Log {
  /** Writes what is still in memory. */
  flush(): void
}

/**
 * Structured lines on stdout. What is written passes three doors: known names are redacted, errors show only what is
 * allowed, texts are scrubbed of tokens, openids and queries.
 * @param destination for tests; otherwise stdout, written in batches
 */
export function createLog(level: string, destination?: DestinationStream): PinoLog {
  const buffered = destination ?? pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 1000 })
  const logger = pino(
    {
      level,
      base: null,
      redact: { paths: redacted, censor: '[hidden]' },
      serializers: { error: errorFacts, err: errorFacts },
      formatters: { level: label => ({ level: label }) },
    },
    buffered,
  )
  const write = (name: 'debug' | 'info' | 'warn' | 'error') => (facts: object, message: string) => {
    if (facts instanceof Error) logger[name]({ error: facts }, scrub(message))
    else logger[name](clean(facts), scrub(message))
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

/** Texts among the facts are scrubbed; ids and names of ours are short and pass. */
function clean(facts: object): object {
  const cleaned: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(facts)) {
    cleaned[key] = typeof value === 'string' && value.length > 40 ? scrub(value) : value
  }
  return cleaned
}
