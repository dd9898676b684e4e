import Type, { type Static } from 'typebox'
import { AppidField, InstantField, NameField, Nullable } from './fields'
import { reasons } from './reasons'
import { reportStates } from './report-states'
import { scopes } from './scopes'

export const appKinds = ['miniprogram', 'minigame', 'official'] as const
export type AppKind = (typeof appKinds)[number]

/** How WeChat takes our token: `ok`, secret refused, address not on the whitelist, account or secret frozen. */
export const tokenStates = ['ok', 'refused', 'ip', 'frozen'] as const
export type TokenState = (typeof tokenStates)[number]

/** Why a secret is refused when an app is bound or its secret replaced; `issues[0].code` of the 422. */
export const secretRefusals = [
  'appid_unknown',
  'secret_wrong',
  'ip_not_allowed',
  'account_frozen',
  'kind_mismatch',
] as const
export type SecretRefusal = (typeof secretRefusals)[number]

const closed = { additionalProperties: false }

export const App = Type.Object({
  appid: AppidField,
  name: Type.String(),
  avatarUrl: Nullable(Type.String()),
  kind: Type.Enum([...appKinds]),
  role: Type.Enum(['admin', 'viewer']),
  scopes: Type.Array(Type.Enum([...scopes])),
  grantExpiresAt: Nullable(InstantField),
  status: Type.Enum([...tokenStates]),
})
export type App = Static<typeof App>

export const AppList = Type.Object({ apps: Type.Array(App) })
export type AppList = Static<typeof AppList>

export const BindApp = Type.Object(
  {
    appid: AppidField,
    secret: Type.String({ minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' }),
    name: NameField(64),
    kind: Type.Enum([...appKinds]),
  },
  closed,
)
export type BindApp = Static<typeof BindApp>

export const UpdateApp = Type.Object(
  {
    name: Type.Optional(NameField(64)),
    secret: Type.Optional(Type.String({ minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' })),
    avatarUrl: Type.Optional(Type.Null()),
  },
  closed,
)
export type UpdateApp = Static<typeof UpdateApp>

export const UnbindAppQuery = Type.Object({ keepArchive: Type.Optional(Type.Enum(['true', 'false'])) }, closed)

export const Status = Type.Object({
  token: Type.Object({ state: Type.Enum([...tokenStates]), message: Nullable(Type.String()) }),
  lastSyncAt: Nullable(InstantField),
  backfill: Type.Object({
    done: Type.Integer({ description: 'periods that are known, or that WeChat does not give to this account' }),
    total: Type.Integer({ description: 'without those that WeChat has not computed yet; 0 where nothing is filled' }),
    reason: Nullable(
      Type.Enum([...reasons], {
        description: '`filling`, or what it waits for; `upstream_not_ready` also beside a whole history',
      }),
    ),
  }),
  quota: Type.Object({ remaining: Nullable(Type.Integer()) }),
  reports: Type.Array(
    Type.Object({ report: Type.String(), state: Type.Enum([...reportStates]), asOf: Nullable(InstantField) }),
  ),
  collector: Type.Object({ lastEventAt: Nullable(InstantField), lagSeconds: Nullable(Type.Number()) }),
  unknownSources: Type.Array(Type.Integer()),
})
export type Status = Static<typeof Status>
