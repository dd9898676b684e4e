import { type CollectedEvent, type EventBatch, eventTypes } from '../../ports/events.ts'
import type { Dictionaries } from './dictionaries.ts'
import { hashOf, unionHash } from './hashing.ts'
import type { EventSql, SqlValue } from './sql/database.ts'
import { eventsTable } from './sql/schema.ts'

const envs = ['release', 'trial', 'develop'] as const
const PREFIX_LENGTH = 8

/** A batch that is kept: its app's number and its place in the order of arrival. */
export interface ArrivedBatch {
  app: number
  arrival: number
  batch: EventBatch
}

/** Numbers all texts of the batches, then makes the columns of `events`. */
export async function eventColumns(
  sql: EventSql,
  dictionaries: Dictionaries,
  arrived: readonly ArrivedBatch[],
): Promise<SqlValue[][]> {
  const contexts = new Set<string>()
  const paths = new Map<number, Set<string>>()
  for (const { app, batch } of arrived) {
    const ofApp = paths.get(app) ?? new Set()
    paths.set(app, ofApp)
    for (const event of batch.events) {
      contexts.add(contextText(event))
      if (event.path !== null) ofApp.add(event.path)
      if (event.referrer !== null) ofApp.add(event.referrer)
    }
  }
  await dictionaries.contexts.resolve(sql, 0, [...contexts])
  for (const [app, texts] of paths) await dictionaries.paths.resolve(sql, app, [...texts])
  const columns = eventsTable.columns.map((): SqlValue[] => [])
  for (const one of arrived) {
    const hashes = new Map<string, bigint>()
    for (const [place, event] of one.batch.events.entries()) {
      const row = eventRow(dictionaries, hashes, one, event, place)
      for (const [index, column] of columns.entries()) column.push(row[index] ?? null)
    }
  }
  return columns
}

/** @param hashes of the batch: most often one visitor's */
function eventRow(
  dictionaries: Dictionaries,
  hashes: Map<string, bigint>,
  { app, arrival, batch }: ArrivedBatch,
  event: CollectedEvent,
  place: number,
): SqlValue[] {
  const { visitor } = event
  const numbered = (text: string | null) => (text === null ? 0 : dictionaries.paths.idOf(app, text))
  const hashed = (kind: 'device' | 'openid' | 'unionid', name: string | null) => {
    if (name === null) return 0
    const known = hashes.get(kind + name)
    if (known !== undefined) return known
    const made = kind === 'unionid' ? unionHash(name) : hashOf(batch.appid, kind, name)
    hashes.set(kind + name, made)
    return made
  }
  return [
    app,
    arrival,
    place,
    batch.receivedAt,
    event.at,
    event.seq,
    eventTypes.indexOf(event.type),
    hashed('device', visitor.id),
    hashed('openid', visitor.openidHash),
    hashed('unionid', visitor.unionidHash),
    numbered(event.path),
    event.scene,
    event.stayMs,
    dictionaries.contexts.idOf(0, contextText(event)),
    envs.indexOf(event.context.env),
    numbered(event.referrer),
    event.amountFen,
    visitor.id.slice(0, PREFIX_LENGTH),
    event.session,
    event.name,
    event.props,
  ]
}

const contextText = ({ context: { platform, model, system, appVersion, network, env } }: CollectedEvent) =>
  JSON.stringify([platform, model, system, appVersion, network, env])
