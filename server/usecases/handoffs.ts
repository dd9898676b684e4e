import type { Handoff, HandoffPoll, HandoffRequest } from '../../src/contract/identity.ts'
import { hashOf, newCode, newToken, sameHash } from '../domain/credentials.ts'
import { ProblemError } from '../errors.ts'
import type { Handoffs, PendingHandoff, Person } from '../ports/people.ts'
import { type Identity, openSession } from './open-session.ts'

/** What handing a sign-in from the phone to a browser needs. */
export interface HandoffDesk extends Pick<Identity, 'clock' | 'random' | 'people' | 'sessions'> {
  handoffs: Handoffs
}

export const HANDOFF_MS = 2 * 60_000

/**
 * A browser asks for a sign-in. It keeps the secret, which polls; the QR holds the code, which approves: who
 * photographs the screen can approve, never collect.
 */
export async function createHandoff(
  { clock, random, handoffs }: HandoffDesk,
  asker: { browser: string; address: string; publicUrl: string },
): Promise<Handoff> {
  const secret = newToken(random)
  const code = newCode(random)
  const pending: PendingHandoff = {
    id: random.uuid(),
    secretHash: hashOf(secret),
    codeHash: hashOf(code),
    browser: asker.browser,
    address: asker.address,
    expiresAt: clock.now() + HANDOFF_MS,
    approvedBy: null,
  }
  await handoffs.create(pending)
  return {
    id: pending.id,
    secret,
    code,
    expiresAt: new Date(pending.expiresAt).toISOString(),
    qr: `${asker.publicUrl}/#/pages/handoff/index?code=${code}`,
  }
}

/** What the phone shows before its owner agrees. */
export async function readHandoffRequest({ clock, handoffs }: HandoffDesk, code: string): Promise<HandoffRequest> {
  const { browser, address, expiresAt } = await openHandoff(handoffs, code, clock.now())
  return { browser, address, expiresAt: new Date(expiresAt).toISOString() }
}

/** The owner of the phone agrees; once. */
export async function approveHandoff(
  { clock, handoffs }: HandoffDesk,
  code: string,
  personId: string,
): Promise<HandoffPoll> {
  await openHandoff(handoffs, code, clock.now())
  if (!(await handoffs.approve(hashOf(code), personId, clock.now()))) throw approvedAlready()
  return { status: 'approved' }
}

/** The browser asks how it stands. Its token is minted now, for exactly one asker who knows the secret. */
export async function pollHandoff(
  desk: HandoffDesk,
  { id, secret }: { id: string; secret: string | null },
): Promise<HandoffPoll> {
  const pending = await desk.handoffs.find(id)
  if (!pending) throw new ProblemError('not_found')
  if (secret === null || !sameHash(hashOf(secret), pending.secretHash)) throw new ProblemError('unauthenticated')
  if (pending.expiresAt <= desk.clock.now()) return { status: 'expired' }
  if (pending.approvedBy === null) return { status: 'pending' }
  const person = await approver(desk, id)
  return person ? { status: 'approved', token: (await openSession(desk, person)).token } : { status: 'approved' }
}

async function approver({ handoffs, people }: HandoffDesk, id: string): Promise<Person | null> {
  const personId = await handoffs.consume(id)
  return personId === null ? null : people.find(personId)
}

async function openHandoff(handoffs: Handoffs, code: string, now: number): Promise<PendingHandoff> {
  const pending = await handoffs.findByCode(hashOf(code))
  if (!pending) throw new ProblemError('not_found')
  if (pending.expiresAt <= now) throw new ProblemError('gone', { detail: 'handoffExpired' })
  if (pending.approvedBy !== null) throw approvedAlready()
  return pending
}

const approvedAlready = () => new ProblemError('conflict', { detail: 'handoffApproved' })
