import { type Kysely, sql, type Transaction } from 'kysely'
import type { Answered, ArchiveKey, Attempt } from '../../../ports/archive.ts'
import type { Tables } from '../tables.ts'
import { bumpVersion } from './archive-version.ts'

/** Keeps an answer as it came. An older reading than the one we have changes nothing but the claim. */
export const keepAnswer = (db: Kysely<Tables>, answer: Answered): Promise<void> =>
  whileBound(db, answer, async trx => {
    const known = await ownRow(trx, answer)
    if (known?.fetched_at != null && known.fetched_at > answer.fetchedAt) return free(trx, answer)
    const revision = known?.answer != null && known.answer !== answer.answer
    if (revision) await keepRevision(trx, answer)
    await upsert(trx, answer, {
      answer: answer.answer,
      has_data: answer.hasData,
      fetched_at: answer.fetchedAt,
      final: answer.final,
      rechecked: answer.rechecked,
      attempted_at: answer.fetchedAt,
      outcome: 'answered',
      claimed_until: null,
      ...(revision ? { revised: true } : {}),
    })
  })

/** Notes an attempt that gave no answer; what was known stays. */
export const noteAttempt = (db: Kysely<Tables>, attempt: Attempt): Promise<void> =>
  whileBound(db, attempt, trx =>
    upsert(trx, attempt, { attempted_at: attempt.at, outcome: attempt.outcome, claimed_until: null }),
  )

/** Writes and bumps the version in one transaction; nothing once the app is unbound, and unbinding waits for it. */
function whileBound(db: Kysely<Tables>, { appid }: ArchiveKey, write: (trx: Transaction<Tables>) => Promise<void>) {
  return db.transaction().execute(async trx => {
    const bound = await trx.selectFrom('apps').select('appid').where('appid', '=', appid).forKeyShare().execute()
    if (bound.length === 0) return
    await write(trx)
    await bumpVersion(trx, appid)
  })
}

const keyOf = ({ appid, report, period }: ArchiveKey) => ({ appid, report, period })

const rowIs = (key: ArchiveKey) => sql<boolean>`
  appid = ${key.appid} and report = ${key.report} and period = ${key.period}`

const ownRow = (trx: Transaction<Tables>, key: ArchiveKey) =>
  trx.selectFrom('archive').select(['answer', 'fetched_at']).where(rowIs(key)).forUpdate().executeTakeFirst()

async function free(trx: Transaction<Tables>, key: ArchiveKey): Promise<void> {
  await trx.updateTable('archive').set({ claimed_until: null }).where(rowIs(key)).execute()
}

async function upsert(trx: Transaction<Tables>, key: ArchiveKey, values: Partial<Tables['archive']>): Promise<void> {
  const defaults = { has_data: false, final: false, rechecked: false, revised: false }
  await trx
    .insertInto('archive')
    .values({ ...defaults, ...keyOf(key), ...values } as Tables['archive'])
    .onConflict(conflict => conflict.columns(['appid', 'report', 'period']).doUpdateSet(values))
    .execute()
}

async function keepRevision(trx: Transaction<Tables>, answer: Answered): Promise<void> {
  await trx
    .insertInto('archive_revisions')
    .columns(['appid', 'report', 'period', 'answer', 'fetched_at', 'replaced_at'])
    .expression(
      trx
        .selectFrom('archive')
        .select([
          'appid',
          'report',
          'period',
          sql<string>`answer`.as('answer'),
          sql<number>`fetched_at`.as('fetched_at'),
        ])
        .select(sql<number>`${answer.fetchedAt}::bigint`.as('replaced_at'))
        .where(rowIs(answer)),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
