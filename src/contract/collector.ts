import Type, { type Static } from 'typebox'
import { environments, eventTypes, refusals } from './collect'
import { InstantField, Nullable } from './fields'

/** How write keys look. */
export const WRITE_KEY_PATTERN = '^wk_[A-Za-z0-9_-]{43,}$'

export const RecentEvent = Type.Object({
  at: InstantField,
  receivedAt: InstantField,
  type: Type.Enum([...eventTypes]),
  path: Nullable(Type.String()),
  name: Nullable(Type.String()),
  scene: Nullable(Type.Integer()),
  env: Type.Enum([...environments]),
  platform: Nullable(Type.String()),
  appVersion: Nullable(Type.String()),
  visitor: Type.String({ description: 'the first 8 characters of the id of the device' }),
})
export type RecentEvent = Static<typeof RecentEvent>

const keys = {
  key: Type.String({ pattern: WRITE_KEY_PATTERN }),
  previousKey: Nullable(Type.String()),
  previousUntil: Nullable(InstantField),
}

/** How the collector of an app stands. */
export const Collector = Type.Object({
  ...keys,
  url: Type.String({ description: 'where the SDK sends to: the public origin of this server' }),
  lastEventAt: Nullable(InstantField),
  lagSeconds: Nullable(Type.Number({ description: 'from receipt to the curve' })),
  refused: Type.Array(Type.Object({ reason: Type.Enum([...refusals]), count: Type.Integer() }), {
    description: 'events and requests that were not taken since the app was bound, most first',
  }),
  recent: Type.Array(RecentEvent, { description: 'the newest first, of any `env`' }),
})
export type Collector = Static<typeof Collector>

/** The keys after a rotation: the one before stays valid for 24 hours. */
export const WriteKeys = Type.Object(keys)
export type WriteKeys = Static<typeof WriteKeys>
