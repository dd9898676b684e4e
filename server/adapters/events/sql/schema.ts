import type { AppendedTable } from './values.ts'

/**
 * Raw events in the order of their arrival, and what is worked out of them. People, devices and batches are 63-bit
 * hashes of their names; apps, paths and contexts are numbered. Instants are epoch ms, days are numbers of Shanghai's
 * days since 1970. No keys and no indexes: each table is written in the order in which it is read, so that the engines
 * skip what lies outside of an app's days.
 */
export const eventsTable = {
  name: 'events',
  columns: [
    { name: 'app', type: 'integer' },
    /** Number of the batch: rises with each that is kept. */
    { name: 'arrival', type: 'bigint' },
    /** Place in the batch. */
    { name: 'place', type: 'integer' },
    { name: 'received', type: 'bigint' },
    { name: 'happened', type: 'bigint' },
    { name: 'seq', type: 'bigint' },
    /** Index in `eventTypes`. */
    { name: 'kind', type: 'integer' },
    { name: 'device', type: 'bigint' },
    /** 0: the event carried none. */
    { name: 'openid', type: 'bigint' },
    { name: 'unionid', type: 'bigint' },
    /** 0: none. */
    { name: 'path', type: 'integer' },
    { name: 'scene', type: 'integer' },
    { name: 'stay', type: 'bigint' },
    { name: 'context', type: 'integer' },
    /** 0: release. */
    { name: 'env', type: 'integer' },
    /** 0: none; numbered as paths are. */
    { name: 'referrer', type: 'integer' },
    { name: 'amount', type: 'bigint' },
    { name: 'visitor', type: 'varchar' },
    { name: 'session', type: 'varchar' },
    { name: 'name', type: 'varchar' },
    { name: 'props', type: 'varchar' },
  ],
} as const satisfies AppendedTable

export const batchesTable = {
  name: 'batches',
  columns: [
    { name: 'app', type: 'integer' },
    { name: 'name_a', type: 'bigint' },
    { name: 'name_b', type: 'bigint' },
    { name: 'arrival', type: 'bigint' },
    { name: 'received', type: 'bigint' },
    { name: 'imported', type: 'integer' },
    { name: 'accepted', type: 'integer' },
    /** A JSON list; empty text for none. */
    { name: 'rejected', type: 'varchar' },
  ],
} as const satisfies AppendedTable

export const linksTable = {
  name: 'links',
  columns: [
    { name: 'app', type: 'integer' },
    { name: 'device', type: 'bigint' },
    { name: 'person', type: 'bigint' },
    { name: 'since', type: 'bigint' },
    { name: 'arrival', type: 'bigint' },
  ],
} as const satisfies AppendedTable

export const appsTable = {
  name: 'apps',
  columns: [
    { name: 'app', type: 'integer' },
    { name: 'appid', type: 'varchar' },
  ],
} as const satisfies AppendedTable

export const pathsTable = {
  name: 'paths',
  columns: [
    { name: 'app', type: 'integer' },
    { name: 'id', type: 'integer' },
    { name: 'path', type: 'varchar' },
  ],
} as const satisfies AppendedTable

export const contextsTable = {
  name: 'contexts',
  columns: [
    { name: 'id', type: 'integer' },
    /** All of it, a JSON list. */
    { name: 'text', type: 'varchar' },
    { name: 'platform', type: 'varchar' },
    { name: 'model', type: 'varchar' },
    { name: 'system', type: 'varchar' },
    { name: 'app_version', type: 'varchar' },
    { name: 'network', type: 'varchar' },
    { name: 'env', type: 'varchar' },
  ],
} as const satisfies AppendedTable

const appended = [eventsTable, batchesTable, linksTable, appsTable, pathsTable, contextsTable]

/** What is worked out of raw events; each can be made anew. */
const derived: Record<string, string> = {
  /** Days whose raw events were forgotten: their numbers stand. */
  closed_days: 'app integer, day integer',
  /** How far the counters have come: the last batch that they took in, and when. */
  marks: 'arrival bigint, counted_at bigint',
  /** How often the counters of an app have changed. */
  counted: 'app integer, version bigint',
  /** Buckets of a length to be counted again; of 1440 minutes: days. */
  dirty: 'app integer, length integer, bucket bigint',
  sessions:
    'app integer, day integer, start bigint, last bigint, person bigint, views integer, depth integer, stay integer, scene integer, entry integer, departure integer',
  /** Each person of each day; `first` is the person's first event of the day. */
  person_days: 'app integer, day integer, person bigint, first bigint, shares integer',
  page_days: 'app integer, day integer, person bigint, page integer, views integer, stay bigint, shares integer',
  curves: 'app integer, length integer, bucket bigint, views integer, people integer, sessions integer',
  page_curves:
    'app integer, length integer, bucket bigint, page integer, views integer, people integer, sessions integer',
  day_counts:
    'app integer, day integer, sessions integer, views integer, people integer, fresh integer, shares integer, sharers integer, stay bigint, depth bigint',
  day_pages:
    'app integer, day integer, page integer, views integer, people integer, stay bigint, entries integer, departures integer, shares integer',
  /** People of a day (page 0: of the app) by how many days before they had come last; gap 0: never. */
  day_gaps: 'app integer, day integer, page integer, gap integer, people integer',
  /** People of a day who had come (gap) days before, and those whose first day that was. */
  day_returns: 'app integer, day integer, gap integer, active integer, fresh integer',
  day_scenes: 'app integer, day integer, scene integer, sessions integer, people integer',
  /** Sessions of a day by bucket: of stay 1–8, of depth 11–17. */
  day_buckets: 'app integer, day integer, bucket integer, sessions integer',
}

/** Tables of what is worked out that have an app. */
export const derivedTables = [
  ...Object.keys(derived),
  'starts',
  'presence',
  'day_firsts',
  'day_sharers',
  'day_counted',
].filter(table => table !== 'marks')

/** Who an event belongs to: its openid, the person its device is linked to, or the device. Of `release` alone. */
const attributed = `create view attributed as
  select e.app, e.arrival, e.place, e.happened, e.seq, e.kind, e.path, e.scene, e.stay, e.context,
    case when e.openid <> 0 then e.openid when l.person is not null and e.happened >= l.since then l.person else e.device end as person
  from events as e left join links as l on l.app = e.app and l.device = e.device
  where e.env = 0`

/** The statements that made the first version of the store; what came after is in `steps.ts`. */
export const schema: readonly string[] = [
  ...appended.map(
    ({ name, columns }) =>
      `create table ${name} (${columns.map(column => `${column.name} ${column.type}`).join(', ')})`,
  ),
  ...Object.entries(derived).map(([name, columns]) => `create table ${name} (${columns})`),
  attributed,
]
