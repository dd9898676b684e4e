import Type, { type Static } from 'typebox'
import { Nullable } from './fields'

/** What an uploaded picture may be; its own first bytes decide, not what the sender says. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type ImageType = (typeof imageTypes)[number]

/** Where a picture is served by us, a path on the server's own origin; it changes with every upload. */
export const StoredAvatar = Type.Object({ avatarUrl: Nullable(Type.String()) })
export type StoredAvatar = Static<typeof StoredAvatar>
