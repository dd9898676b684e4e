import type { Log } from '../../../server/ports/log.ts'

/** A log that remembers what was said, as `level: message`. */
export function heardLog(): Log & { said: string[] } {
  const said: string[] = []
  const hear = (level: string) => (_facts: object, message: string) => void said.push(`${level}: ${message}`)
  return { said, debug: hear('debug'), info: hear('info'), warn: hear('warn'), error: hear('error') }
}
