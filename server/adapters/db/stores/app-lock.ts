import type { Transaction } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * Takes an app for the rest of the transaction: who changes its rights goes one after the other, on every instance. Lock
 * the app before anything else, and several apps in the order of their AppIDs, or two transactions wait for each other.
 * @returns `null` where it is not bound
 */
export async function lockApp(
  trx: Transaction<Tables>,
  appid: string,
): Promise<{ appid: string; name: string } | null> {
  const row = await trx
    .selectFrom('apps')
    .select(['appid', 'name'])
    .where('appid', '=', appid)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Keeps a person from being erased until the transaction ends; false where there is none. */
export async function holdPerson(trx: Transaction<Tables>, personId: string): Promise<boolean> {
  const row = await trx.selectFrom('people').select('id').where('id', '=', personId).forKeyShare().executeTakeFirst()
  return row !== undefined
}

export async function adminsOf(trx: Transaction<Tables>, appid: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('grants')
    .select('person_id')
    .where('appid', '=', appid)
    .where('role', '=', 'admin')
    .execute()
  return rows.map(row => row.person_id)
}
