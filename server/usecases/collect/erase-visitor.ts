import { collectLimits, type EraseVisitor } from '../../../src/contract/collect.ts'
import { textOf } from '../../domain/collect/text.ts'
import type { CollectDesk } from './desk.ts'

/** Erases one visitor's raw events and links, under the name that they were sent with; the numbers of days stay. */
export async function eraseVisitor(
  { events, identities }: Pick<CollectDesk, 'events' | 'identities'>,
  appid: string,
  { id, openid }: EraseVisitor,
): Promise<void> {
  const own = textOf(id, collectLimits.id)
  const open = textOf(openid, collectLimits.id)
  if (own !== null) await events.eraseVisitor(appid, { id: own })
  if (open !== null) await events.eraseVisitor(appid, { openidHash: identities.openid(open) })
}
