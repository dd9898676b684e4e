import { createDictionary, type Dictionary } from './dictionary.ts'
import { appsTable, contextsTable, pathsTable } from './sql/schema.ts'

export interface Dictionaries {
  apps: Dictionary
  /** Of an app: paths and referrers. */
  paths: Dictionary
  /** A context as a JSON list of its fields. */
  contexts: Dictionary
}

export const createDictionaries = (): Dictionaries => ({
  apps: createDictionary({
    table: appsTable,
    known: (_, placeholders) => `select app as id, appid as text from apps where appid in (${placeholders})`,
    row: (_, id, text) => [id, text],
    highest: 'select max(app) as id from apps',
  }),
  paths: createDictionary({
    table: pathsTable,
    known: (app, placeholders) =>
      `select id as id, path as text from paths where app = ${app} and path in (${placeholders})`,
    row: (app, id, text) => [app, id, text],
    highest: 'select max(id) as id from paths',
  }),
  contexts: createDictionary({
    table: contextsTable,
    known: (_, placeholders) => `select id as id, text as text from contexts where text in (${placeholders})`,
    row: (_, id, text) => [id, text, ...(JSON.parse(text) as (string | null)[])],
    highest: 'select max(id) as id from contexts',
  }),
})
