import type { Kysely, Transaction } from 'kysely'
import { ConflictError } from '../../../errors.ts'
import type { CardRefusal, Deed, Invitations, Terms } from '../../../ports/access.ts'
import type { Tables } from '../tables.ts'
import { admit, checkAdmission, inOrder } from './admission.ts'
import { adminsOf, holdPerson, lockApp } from './app-lock.ts'
import { instantOf, record, tell } from './record.ts'

type App = { appid: string; name: string }
type Row = {
  appid: string
  scopes: Terms['scopes']
  grant_expires_at: number | null
  require_approval: boolean
  invited_by: string
  expires_at: number
  used_at: number | null
  void: boolean
}

/** Why a card lets nobody in; `null` when it does. Used goes before expired: both stay true. */
function refusalOf(card: Row, now: number): CardRefusal | null {
  if (card.void) return 'void'
  if (card.used_at !== null) return 'used'
  if (card.expires_at <= now) return 'expired'
  return card.grant_expires_at !== null && card.grant_expires_at <= now ? 'expired' : null
}

/** Cards by the hash of their code. The app's lock makes one acceptance out of many at once. */
export function createInvitations(db: Kysely<Tables>): Invitations {
  const cardOf = (executor: Kysely<Tables>, codeHash: string) =>
    executor.selectFrom('invitations').selectAll().where('code_hash', '=', codeHash).executeTakeFirst()

  return {
    create: ({ codeHash, appid, terms, requireApproval, expiresAt }, deed) =>
      db.transaction().execute(async trx => {
        if (!(await lockApp(trx, appid)) || !(await holdPerson(trx, deed.actorId))) return false
        const scopes = inOrder(terms.scopes)
        await trx
          .insertInto('invitations')
          .values({
            code_hash: codeHash,
            appid,
            scopes,
            grant_expires_at: terms.expiresAt,
            require_approval: requireApproval,
            invited_by: deed.actorId,
            created_at: deed.at,
            expires_at: expiresAt,
            used_at: null,
          })
          .execute()
        await record(trx, appid, 'invite', deed, { scopes, expiresAt: instantOf(terms.expiresAt), requireApproval })
        return true
      }),

    async find(codeHash, now) {
      const card = await db
        .selectFrom('invitations')
        .innerJoin('people', 'people.id', 'invitations.invited_by')
        .leftJoin('apps', 'apps.appid', 'invitations.appid')
        .selectAll('invitations')
        .select(['apps.name as app_name', 'apps.avatar_url as app_avatar'])
        .select(['people.nickname', 'people.avatar_url'])
        .where('code_hash', '=', codeHash)
        .executeTakeFirst()
      if (!card) return 'absent'
      const refusal = refusalOf(card, now)
      if (refusal || card.app_name === null) return refusal ?? 'void'
      return {
        appid: card.appid,
        appName: card.app_name,
        appAvatarUrl: card.app_avatar,
        inviter: { id: card.invited_by, nickname: card.nickname, avatarUrl: card.avatar_url },
        scopes: card.scopes,
        grantExpiresAt: card.grant_expires_at,
        requireApproval: card.require_approval,
        expiresAt: card.expires_at,
      }
    },

    accept: (codeHash, person, now) =>
      db.transaction().execute(async trx => {
        const seen = await cardOf(trx, codeHash)
        if (!seen) return 'absent'
        const app = await lockApp(trx, seen.appid)
        if (!app) return 'void'
        // again, now that nobody else can use it
        const card = await cardOf(trx, codeHash)
        if (!card || !(await holdPerson(trx, person.id))) return 'absent'
        const refusal = refusalOf(card, now)
        if (refusal) return refusal
        await checkAdmission(trx, app, person.id, now)
        const deed = { actorId: person.id, at: now }
        const status = card.require_approval ? 'pending' : 'granted'
        await (card.require_approval ? ask(trx, app, card, person.requestId, deed) : letIn(trx, app, card, deed))
        await trx.updateTable('invitations').set({ used_at: now }).where('code_hash', '=', codeHash).execute()
        return { status, appid: app.appid, inviterId: card.invited_by }
      }),
  }
}

/** The card lets in by itself: the one who gave it out is the one who granted. */
async function letIn(trx: Transaction<Tables>, app: App, card: Row, deed: Deed): Promise<void> {
  const terms = { scopes: card.scopes, expiresAt: card.grant_expires_at }
  const detail = { scopes: terms.scopes, expiresAt: instantOf(terms.expiresAt) }
  const inviter = { actorId: card.invited_by, at: deed.at }
  await admit(trx, app.appid, deed.actorId, terms, inviter)
  await record(trx, app.appid, 'accept', deed, { target: card.invited_by, ...detail, requireApproval: false })
  await tell(trx, app, 'granted', [deed.actorId], inviter, detail)
  await tell(trx, app, 'accepted', [card.invited_by], deed, { scopes: terms.scopes })
}

/** @throws ConflictError `requestPending` */
async function ask(trx: Transaction<Tables>, app: App, card: Row, id: string, deed: Deed): Promise<void> {
  const asked = await trx
    .insertInto('access_requests')
    .values({
      id,
      appid: app.appid,
      person_id: deed.actorId,
      scopes: card.scopes,
      grant_expires_at: card.grant_expires_at,
      invited_by: card.invited_by,
      asked_at: deed.at,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (asked.numInsertedOrUpdatedRows === 0n) throw new ConflictError('requestPending')
  const detail = { scopes: card.scopes, expiresAt: instantOf(card.grant_expires_at) }
  await record(trx, app.appid, 'accept', deed, { target: card.invited_by, ...detail, requireApproval: true })
  await tell(trx, app, 'pending', [deed.actorId], { actorId: card.invited_by, at: deed.at }, detail)
  await tell(trx, app, 'request', await adminsOf(trx, app.appid), deed, { scopes: card.scopes })
}
