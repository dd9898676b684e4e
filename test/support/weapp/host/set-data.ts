import type { SetDataCall } from '../protocol.ts'
import type { Faults } from './faults.ts'

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Counts what crosses from the logic thread to the screen. */
export class SetDataLog {
  readonly calls: SetDataCall[] = []
  private readonly faults: Faults
  private readonly limit: number

  constructor(faults: Faults, limit: number) {
    this.faults = faults
    this.limit = limit
  }

  record(data: unknown, call: Pick<SetDataCall, 'page' | 'visit' | 'owner' | 'hidden' | 'answered'>) {
    const bytes = utf8Length(JSON.stringify(data) ?? '')
    const paths = Object.keys((data as object | null) ?? {})
    this.calls.push({ ...call, bytes, keys: paths.length, path: paths[0] ?? '' })
    if (bytes > this.limit) {
      this.faults.add(
        'set-data',
        `${call.owner} of ${call.page} sent ${bytes} bytes in one setData, ${this.limit} at most`,
      )
    }
    if (call.hidden) {
      this.faults.add(
        'set-data',
        `${call.owner} of ${call.page} called setData (${paths[0]}) while nobody could see it`,
      )
    }
  }
}
