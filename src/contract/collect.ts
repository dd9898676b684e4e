import Type, { type Static } from 'typebox'
import { Nullable } from './fields'

/** Where an SDK sends its events; relative to the origin, since it lives longer than a version of the API. */
export const COLLECT_PATH = '/collect/v1'

/** What an app's SDK can tell. */
export const eventTypes = ['launch', 'show', 'hide', 'view', 'leave', 'share', 'purchase', 'custom'] as const
export type EventType = (typeof eventTypes)[number]

/** Types of events that are of a page, and are refused without one. */
export const pageEventTypes: readonly EventType[] = ['view', 'leave', 'share']

export const platforms = ['ios', 'android', 'windows', 'mac', 'devtools', 'ohos'] as const
export const environments = ['release', 'trial', 'develop'] as const
export type Environment = (typeof environments)[number]

/** What a body may hold. Lengths are in characters (code points); what is longer is cut. */
export const collectLimits = {
  events: 500,
  /** Unpacked. */
  bodyBytes: 256 * 1024,
  id: 64,
  path: 256,
  name: 64,
  /** Members of `props`, the length of their names and of their values. */
  props: 20,
  propName: 64,
  propValue: 256,
  /** Model, system, version, network and platform. */
  context: 64,
} as const

/**
 * Why an event is refused: it is no object, its type is not known, its `at` is no number of milliseconds, it has no path
 * and needs one, it is older than seven days, or it was sent from another app than the key's.
 */
export const eventRefusals = ['event', 'type', 'at', 'path', 'too_old', 'referer'] as const
export type EventRefusal = (typeof eventRefusals)[number]

/** Besides these, why a line of an import is refused: it is no JSON, names no visitor, or is longer than 64 KiB. */
export const lineRefusals = [...eventRefusals, 'json', 'visitor', 'too_long'] as const
export type LineRefusal = (typeof lineRefusals)[number]

/** Why what came was not taken, as `GET …/collector` counts it: besides events one by one, whole requests. */
export const refusals = [...lineRefusals, 'malformed', 'rate_limited'] as const
export type Refusal = (typeof refusals)[number]

const text = (maxLength: number) => Type.String({ description: `cut at ${maxLength} characters` })
const id = text(collectLimits.id)
const contextText = Type.Optional(text(collectLimits.context))

export const WireVisitor = Type.Object({
  id: Type.String({ minLength: 1, description: 'stable random id of the device, cut at 64 characters' }),
  openid: Type.Optional(id),
  unionid: Type.Optional(id),
})
export type WireVisitor = Static<typeof WireVisitor>

export const WireContext = Type.Object({
  platform: Type.Optional(Type.String({ description: `one of ${platforms.join(', ')}` })),
  model: contextText,
  system: contextText,
  appVersion: contextText,
  network: contextText,
  env: Type.Optional(Type.Enum([...environments], { description: 'absent: release, which alone counts in reports' })),
})
export type WireContext = Static<typeof WireContext>

const eventFields = {
  type: Type.Enum([...eventTypes]),
  at: Type.Number({ description: 'epoch ms on the clock of the device' }),
  seq: Type.Optional(Type.Integer({ minimum: 0, description: 'rises per visitor; orders events of one `at`' })),
  session: Type.Optional(id),
  path: Type.Optional(Type.String({ description: 'of view, leave and share required; cut at 256 characters' })),
  scene: Type.Optional(Type.Integer({ minimum: 0 })),
  referrer: Type.Optional(text(collectLimits.path)),
  stayMs: Type.Optional(Type.Number({ minimum: 0, description: 'ms that the page was seen, 24 hours at most' })),
  name: Type.Optional(text(collectLimits.name)),
  props: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description: '20 members, names cut at 64, values at 256 characters; what is nested is kept as its JSON text',
    }),
  ),
  amountFen: Type.Optional(Type.Integer({ minimum: 0, description: '分' })),
}

/** An event as the SDK sends it. An optional field of another form than this is left out, the event stays. */
export const WireEvent = Type.Object(eventFields)
export type WireEvent = Static<typeof WireEvent>

/** The body of `POST /collect/v1`. Unknown fields are ignored, so that a newer SDK meets an older server. */
export const CollectBody = Type.Object({
  key: Type.String({ description: 'write key, `wk_…`' }),
  batch: Type.String({ minLength: 1, description: 'a UUID: sent again under it within 8 days, nothing counts twice' }),
  sentAt: Type.Number({ description: 'epoch ms on the clock of the device, set anew on every try' }),
  sdk: Type.Optional(Type.String()),
  visitor: WireVisitor,
  context: Type.Optional(WireContext),
  events: Type.Array(WireEvent, { maxItems: collectLimits.events }),
})
export type CollectBody = Static<typeof CollectBody>

export const CollectAnswer = Type.Object({
  accepted: Type.Integer(),
  duplicate: Type.Boolean({ description: 'the batch came before; the rest is what it answered then' }),
  rejected: Type.Array(
    Type.Object({ index: Type.Integer({ description: 'of `events`, from 0' }), reason: Type.Enum([...eventRefusals]) }),
  ),
})
export type CollectAnswer = Static<typeof CollectAnswer>

/** A line of `POST …/import` (NDJSON): an event with its visitor, and what it was sent from. */
export const ImportLine = Type.Object({
  ...eventFields,
  visitor: WireVisitor,
  context: Type.Optional(WireContext),
})
export type ImportLine = Static<typeof ImportLine>

export const importLimits = { unpackedBytes: 1024 ** 3, lineBytes: 64 * 1024 } as const

export const ImportQuery = Type.Object(
  {
    importId: Type.Optional(
      Type.String({ pattern: '^[A-Za-z0-9._-]{1,48}$', description: 'sent again under it, no line counts twice' }),
    ),
  },
  { additionalProperties: false },
)

export const ImportAnswer = Type.Object({
  importId: Nullable(Type.String()),
  lines: Type.Integer({ description: 'without empty ones' }),
  accepted: Type.Integer({ description: 'events that are stored, by this import or by the one that it repeats' }),
  duplicate: Type.Boolean({ description: 'nothing was new' }),
  rejected: Type.Array(Type.Object({ reason: Type.Enum([...lineRefusals]), count: Type.Integer() })),
  examples: Type.Array(Type.Object({ line: Type.Integer(), reason: Type.Enum([...lineRefusals]) }), {
    description: 'the first twenty lines that were refused, from 1',
  }),
})
export type ImportAnswer = Static<typeof ImportAnswer>

/** One visitor, by the id of a device or by WeChat's. */
export const EraseVisitor = Type.Object(
  {
    id: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })),
    openid: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })),
  },
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
)
export type EraseVisitor = Static<typeof EraseVisitor>
