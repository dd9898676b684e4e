import type { Fault, FaultKind } from '../protocol.ts'

/** Everything that went wrong, in order, the same sentence once. */
export class Faults {
  readonly list: Fault[] = []
  private readonly pageInFront: () => string

  constructor(pageInFront: () => string) {
    this.pageInFront = pageInFront
  }

  add(kind: FaultKind, message: string) {
    const page = this.pageInFront()
    const known = this.list.some(fault => fault.kind === kind && fault.message === message && fault.page === page)
    if (!known) this.list.push({ kind, message, page })
  }

  /** Runs code of the mini program; what it throws is a fault and goes no further. */
  guard<T>(what: string, run: () => T): T | undefined {
    try {
      return run()
    } catch (error) {
      this.thrown(what, error)
      return undefined
    }
  }

  thrown(what: string, error: unknown) {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' }
    const [place = ''] = (stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
    this.add('error', `${what}: ${message}${place && ` (${place.trim()})`}`)
  }
}

/** A console for the code of the mini program: what it warns of or reports as an error is a fault, the rest is not shown. */
export function consoleOf(faults: Faults): Record<string, (...words: unknown[]) => void> {
  const silent = () => undefined
  const heard =
    (level: string) =>
    (...words: unknown[]) =>
      faults.add('console', `console.${level}: ${words.map(wordOf).join(' ')}`)
  return {
    ...Object.fromEntries(
      ['log', 'info', 'debug', 'group', 'groupEnd', 'time', 'timeEnd', 'table'].map(name => [name, silent]),
    ),
    warn: heard('warn'),
    error: heard('error'),
  }
}

function wordOf(word: unknown): string {
  if (word instanceof Error) return word.message
  try {
    return typeof word === 'object' ? JSON.stringify(word) : String(word)
  } catch {
    return String(word)
  }
}
