import type { Insertable, Transaction } from 'kysely'
import type { AuditAction, AuditDetail } from '../../../../src/contract/audit.ts'
import type { NoticeDetail, NoticeKind } from '../../../../src/contract/notices.ts'
import type { Deed } from '../../../ports/access.ts'
import type { Tables } from '../tables.ts'

/** Writes what happened into the audit, inside the transaction in which it happens. */
export async function record(
  trx: Transaction<Tables>,
  appid: string,
  action: AuditAction,
  deed: Deed,
  { target = null, ...detail }: AuditDetail & { target?: string | null } = {},
): Promise<void> {
  const row = { appid, happened_at: deed.at, actor_id: deed.actorId, action, target_id: target }
  await trx
    .insertInto('audit')
    .values({ ...row, detail: JSON.stringify(detail) })
    .execute()
}

/** Tells people about it in the app, inside the same transaction. The actor is not told of own deeds. */
export async function tell(
  trx: Transaction<Tables>,
  app: { appid: string; name: string },
  kind: NoticeKind,
  to: string[],
  deed: Deed,
  detail: NoticeDetail = {},
): Promise<void> {
  const others = to.filter(personId => personId !== deed.actorId)
  if (others.length === 0) return
  const by = await nicknameOf(trx, deed.actorId)
  const text = JSON.stringify({ ...(by === null ? {} : { by }), ...detail })
  const rows = others.map(
    (personId): Insertable<Tables['notices']> => ({
      person_id: personId,
      told_at: deed.at,
      kind,
      appid: app.appid,
      app_name: app.name,
      detail: text,
      read_at: null,
    }),
  )
  await trx.insertInto('notices').values(rows).execute()
}

async function nicknameOf(trx: Transaction<Tables>, personId: string): Promise<string | null> {
  const row = await trx.selectFrom('people').select('nickname').where('id', '=', personId).executeTakeFirst()
  return row?.nickname ?? null
}

/** An end as the contract writes it. */
export const instantOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
