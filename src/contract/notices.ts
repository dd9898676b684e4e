import Type, { type Static } from 'typebox'
import { InstantField, Nullable } from './fields'
import { scopes } from './scopes'

/**
 * What a person is told in the app. To who is let in or out: `granted` `changed` `revoked` `pending` (waits for an admin)
 * `approved` `rejected` `expired` `admin_added` `admin_removed` `unbound`. To the admins: `request` (somebody waits)
 * `accepted` (a card was taken) `left`.
 */
export const noticeKinds = [
  'granted',
  'changed',
  'revoked',
  'pending',
  'approved',
  'rejected',
  'expired',
  'admin_added',
  'admin_removed',
  'unbound',
  'request',
  'accepted',
  'left',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const NoticeDetail = Type.Object({
  by: Type.Optional(Type.String({ description: 'nickname of who did it' })),
  scopes: Type.Optional(Type.Array(Type.Enum([...scopes]))),
  expiresAt: Type.Optional(Nullable(InstantField)),
})
export type NoticeDetail = Static<typeof NoticeDetail>

export const Notice = Type.Object({
  id: Type.String(),
  at: InstantField,
  kind: Type.Enum([...noticeKinds]),
  appName: Type.String(),
  appid: Nullable(Type.String({ description: 'while the reader may still see the app' })),
  detail: NoticeDetail,
  readAt: Nullable(InstantField),
})
export type Notice = Static<typeof Notice>

/** Newest first. */
export const NoticePage = Type.Object({
  notices: Type.Array(Notice),
  next: Nullable(Type.String({ description: 'goes into `cursor` for what is older; `null` at the end' })),
  unread: Type.Integer({ description: 'of all, not of this page' }),
})
export type NoticePage = Static<typeof NoticePage>

export const MarkNotices = Type.Object(
  {
    upTo: Type.Union([Type.String({ pattern: '^[0-9]{1,16}$' }), InstantField], {
      description: 'id of the newest notice that was seen, or an instant; this one and all before it are read',
    }),
  },
  { additionalProperties: false },
)
export type MarkNotices = Static<typeof MarkNotices>

/** Kinds that WeChat may deliver, where a template is set and a consent is there. */
export const messageKinds = ['granted', 'approved', 'revoked', 'pending', 'request'] as const
export type MessageKind = (typeof messageKinds)[number]

/** A template that one may consent to, and how many messages one has consented to. */
export const Subscription = Type.Object({
  kind: Type.Enum([...messageKinds]),
  templateId: Type.String(),
  remaining: Type.Integer({ description: 'one `accept` is one message' }),
})
export type Subscription = Static<typeof Subscription>

/** Empty where the deployment has no templates. */
export const SubscriptionList = Type.Object({ subscriptions: Type.Array(Subscription) })
export type SubscriptionList = Static<typeof SubscriptionList>

/** The template ids that `wx.requestSubscribeMessage` answered with `accept`. */
export const AcceptMessages = Type.Object(
  {
    accepted: Type.Array(Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }), {
      minItems: 1,
      maxItems: 5,
      uniqueItems: true,
    }),
  },
  { additionalProperties: false },
)
export type AcceptMessages = Static<typeof AcceptMessages>
