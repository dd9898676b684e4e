import type { AccessRequests, Admins, Grants, Invitations } from '../ports/access.ts'
import type { Audit, Notices } from '../ports/audit.ts'
import type { People } from '../ports/people.ts'
import type { Random } from '../ports/random.ts'
import type { Messages } from './messages.ts'

/** What letting people in and out needs. */
export interface AccessDesk {
  random: Random
  people: People
  grants: Grants
  admins: Admins
  invitations: Invitations
  accessRequests: AccessRequests
  audit: Audit
  notices: Notices
  messages: Pick<Messages, 'deliver' | 'subscriptions' | 'accept'>
}
