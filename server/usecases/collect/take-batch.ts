import { collectLimits, type Refusal } from '../../../src/contract/collect.ts'
import { judgeBatch } from '../../domain/collect/judge-batch.ts'
import { isOfAnotherApp } from '../../domain/collect/referer.ts'
import { ProblemError } from '../../errors.ts'
import type { BatchReceipt } from '../../ports/events.ts'
import type { CollectDesk } from './desk.ts'
import { inTime } from './in-time.ts'

/**
 * Takes what an SDK sent; resolves once it is durable.
 * @param body parsed JSON, whatever it is
 * @param now when it was received, epoch ms
 * @throws ProblemError `too_large`, `unauthenticated`, `rate_limited` or `invalid`, the first that holds
 * @throws EventStoreUnavailable
 */
export async function takeBatch(
  desk: CollectDesk,
  body: unknown,
  referer: string | undefined,
  now: number,
): Promise<BatchReceipt> {
  const fields = fieldsOf(body)
  const size = Array.isArray(fields.events) ? fields.events.length : 0
  if (size > collectLimits.events) throw new ProblemError('too_large')
  const { key } = fields
  if (typeof key !== 'string') throw new ProblemError('unauthenticated')
  const appid = desk.writeKeys.appidOf(key, now) ?? (await desk.writeKeys.resolve(key, now))
  if (appid === null) throw new ProblemError('unauthenticated')
  const wait = desk.rates.take(key, size, now)
  if (wait > 0) {
    desk.refused.note(appid, 'rate_limited', Math.max(1, size))
    throw new ProblemError('rate_limited', { retryAfterSeconds: wait })
  }
  const judged = judgeBatch(fields, now, desk.identities)
  if ('faults' in judged) {
    desk.refused.note(appid, 'malformed')
    throw new ProblemError('invalid', { issues: judged.faults })
  }
  if (isOfAnotherApp(referer, appid)) return refuseAll(desk, appid, size)
  const receipt = await inTime(desk.events.append({ ...judged, appid, kind: 'collect', receivedAt: now }))
  if (!receipt.duplicate) for (const { reason } of receipt.rejected) desk.refused.note(appid, reason as Refusal)
  return receipt
}

const nothing: Record<string, unknown> = {}

const fieldsOf = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : nothing

/** What another app sends under this key is refused, and its name is not remembered: it may be the real app's yet. */
function refuseAll({ refused }: CollectDesk, appid: string, size: number): BatchReceipt {
  if (size > 0) refused.note(appid, 'referer', size)
  const rejected = Array.from({ length: size }, (_, index) => ({ index, reason: 'referer' }))
  return { duplicate: false, accepted: 0, rejected }
}
