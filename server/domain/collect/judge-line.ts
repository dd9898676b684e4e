import type { CollectedEvent } from '../../ports/events.ts'
import { contextOf } from './context.ts'
import { judgeEvent, type Refused } from './judge-event.ts'
import { type IdentityHashes, visitorOf } from './visitor.ts'

const BOM = '\uFEFF'

/**
 * Judges a line of an import: an event of any age with its own visitor, and its context where it has one.
 * @returns `null` for an empty line
 */
export function judgeLine(
  text: string,
  receivedAt: number,
  hashes: IdentityHashes,
): CollectedEvent | Refused | 'json' | 'visitor' | null {
  const json = text.startsWith(BOM) ? text.slice(1) : text
  if (json.trim() === '') return null
  let raw: unknown
  try {
    raw = JSON.parse(json)
  } catch {
    return 'json'
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return 'event'
  const line = raw as Record<string, unknown>
  const visitor = visitorOf(line.visitor, hashes)
  if (visitor === null) return 'visitor'
  return judgeEvent(line, visitor, contextOf(line.context), { receivedAt, fault: 0, oldestMs: null })
}
