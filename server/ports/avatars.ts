import type { ImageType } from '../../src/contract/images.ts'

/** Whose picture it is. */
export type AvatarOwner = { personId: string } | { appid: string }

export interface StoredPicture {
  type: ImageType
  bytes: Buffer
}

/** Pictures of people and apps, one each. Where they stand is a new unguessable address with every upload. */
export interface Avatars {
  read(id: string): Promise<StoredPicture | null>
  /** Puts it in place of the one before. @returns its address, `null` where the owner is gone */
  keep(owner: AvatarOwner, id: string, picture: StoredPicture, now: number): Promise<string | null>
  /** Remembers under which trace WeChat checks a picture. */
  awaitCheck(id: string, trace: string): Promise<void>
  /** Takes a picture away that did not pass. @returns false where it is gone already */
  takeDown(trace: string): Promise<boolean>
}
