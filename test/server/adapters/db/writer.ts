import { openDatabase } from '../../../../server/adapters/db/database.ts'

/**
 * Writes people as fast as it can, some of them two in a transaction, and prints each id once its write was answered.
 * Arguments: the data folder, the first number. Ends by being killed.
 */
const [dataDir = '', first = '0'] = process.argv.slice(2)
const { kysely } = await openDatabase({ url: null, dataDir })

const row = (id: string) => ({
  id,
  nickname: 'x'.repeat(500),
  avatar_url: null,
  handle: null,
  locale: 'en' as const,
  pin: '0000',
  openid_hash: id,
  unionid_hash: null,
  created_at: 0,
})

for (let number = Number(first); ; number++) {
  const ids = number % 3 === 0 ? [`${number}-a`, `${number}-b`] : [`${number}`]
  await kysely.transaction().execute(async trx => {
    for (const id of ids) await trx.insertInto('people').values(row(id)).execute()
  })
  process.stdout.write(ids.map(id => `${id}\n`).join(''))
}
