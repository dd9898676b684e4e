import { collectLimits } from '../../../src/contract/collect.ts'
import type { EventVisitor } from '../../ports/events.ts'
import { textOf } from './text.ts'

/** Keyed hashes of WeChat's identities: what is stored is never the original. */
export interface IdentityHashes {
  openid(plain: string): string
  unionid(plain: string): string
}

/** Who sent it; `null` without an id of the device. */
export function visitorOf(value: unknown, hashes: IdentityHashes): EventVisitor | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, openid, unionid } = value as Record<string, unknown>
  const own = textOf(id, collectLimits.id)
  if (own === null) return null
  const open = textOf(openid, collectLimits.id)
  const union = textOf(unionid, collectLimits.id)
  return {
    id: own,
    openidHash: open === null ? null : hashes.openid(open),
    unionidHash: union === null ? null : hashes.unionid(union),
  }
}
