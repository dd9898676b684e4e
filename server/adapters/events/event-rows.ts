import { type CollectedEvent, type EventBatch, type EventContext, eventTypes } from '../../ports/events.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { NameHashes } from './name-hashes.ts'
import { type Column, columnsFor, type Long } from './sql/columns.ts'
import type { EventSql } from './sql/database.ts'
import { eventsTable } from './sql/schema.ts'

const envs = ['release', 'trial', 'develop'] as const
const PREFIX_LENGTH = 8
const kinds = new Map(eventTypes.map((type, index) => [type, index]))

/** A batch that is kept: its app's number and its place in the order of arrival. */
export interface ArrivedBatch {
  app: number
  arrival: number
  batch: EventBatch
  /** Those of the batch: one that waited makes them anew each time. */
  events: readonly CollectedEvent[]
}

export interface NumberingDeps {
  dictionaries: Dictionaries
  hashes: NameHashes
}

/** Numbers all texts of the batches, then makes the columns of `events`. */
export async function eventColumns(
  sql: EventSql,
  { dictionaries, hashes }: NumberingDeps,
  arrived: readonly ArrivedBatch[],
): Promise<Column[]> {
  const contexts = await numberTexts(sql, dictionaries, arrived)
  const count = arrived.reduce((sum, { events }) => sum + events.length, 0)
  const columns = columnsFor(eventsTable, count)
  const column = Object.fromEntries(eventsTable.columns.map(({ name }, index) => [name, columns[index]])) as ByName
  let row = 0
  for (const { app, arrival, batch, events } of arrived) {
    const { appid, receivedAt } = batch
    const numbered = (text: string | null) => (text === null ? 0 : dictionaries.paths.idOf(app, text))
    for (const [place, event] of events.entries()) {
      const { visitor, context } = event
      column.app.setNumber(row, app)
      column.arrival.setNumber(row, arrival)
      column.place.setNumber(row, place)
      column.received.setNumber(row, receivedAt)
      column.happened.setNumber(row, event.at)
      column.seq.set(row, event.seq)
      column.kind.setNumber(row, kinds.get(event.type) ?? 0)
      column.device.setLong(row, hashes.of(appid, 'device', visitor.id))
      column.openid.setLong(row, visitor.openidHash === null ? NONE : hashes.of(appid, 'openid', visitor.openidHash))
      column.unionid.setLong(row, visitor.unionidHash === null ? NONE : hashes.of('', 'unionid', visitor.unionidHash))
      column.path.setNumber(row, numbered(event.path))
      column.scene.set(row, event.scene)
      column.stay.set(row, event.stayMs)
      column.context.setNumber(row, contexts.get(context) ?? 0)
      column.env.setNumber(row, envs.indexOf(context.env))
      column.referrer.setNumber(row, numbered(event.referrer))
      column.amount.set(row, event.amountFen)
      column.visitor.set(row, visitor.id.slice(0, PREFIX_LENGTH))
      column.session.set(row, event.session)
      column.name.set(row, event.name)
      column.props.set(row, event.props)
      row += 1
    }
  }
  return columns
}

type ByName = Record<(typeof eventsTable.columns)[number]['name'], Column>
const NONE: Long = { low: 0, high: 0 }

/** @returns the number of each context: events of one sender share theirs */
async function numberTexts(
  sql: EventSql,
  dictionaries: Dictionaries,
  arrived: readonly ArrivedBatch[],
): Promise<Map<EventContext, number>> {
  const contexts = new Map<EventContext, string>()
  const paths = new Map<number, Set<string>>()
  for (const { app, events } of arrived) {
    const ofApp = paths.get(app) ?? new Set()
    paths.set(app, ofApp)
    let last: EventContext | null = null
    for (const { context, path, referrer } of events) {
      if (context !== last) contexts.set(context, contextText(context))
      last = context
      if (path !== null) ofApp.add(path)
      if (referrer !== null) ofApp.add(referrer)
    }
  }
  await dictionaries.contexts.resolve(sql, 0, [...new Set(contexts.values())])
  for (const [app, texts] of paths) await dictionaries.paths.resolve(sql, app, [...texts])
  return new Map([...contexts].map(([context, text]) => [context, dictionaries.contexts.idOf(0, text)]))
}

const contextText = ({ platform, model, system, appVersion, network, env }: EventContext) =>
  JSON.stringify([platform, model, system, appVersion, network, env])
