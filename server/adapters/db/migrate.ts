import { readdir, readFile } from 'node:fs/promises'
import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from 'kysely'

const folder = new URL('./migrations/', import.meta.url)

/** `migrations/NNN-name.sql`, each a text of statements that runs once, in the order of its number. */
const files: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(folder)).filter(name => name.endsWith('.sql'))
    const migrations = names.map(async (name): Promise<[string, Migration]> => {
      const text = await readFile(new URL(name, folder), 'utf8')
      const up = async (db: Kysely<unknown>) => {
        await sql.raw(text).execute(db)
      }
      return [name.replace(/\.sql$/, ''), { up }]
    })
    return Object.fromEntries(await Promise.all(migrations))
  },
}

/** Brings the schema up to date, in one transaction, under an advisory lock: instances that start together wait. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const { error } = await new Migrator({ db, provider: files }).migrateToLatest()
  if (error) throw error
}
