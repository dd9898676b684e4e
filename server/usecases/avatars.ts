import type { StoredAvatar } from '../../src/contract/images.ts'
import { newCode } from '../domain/credentials.ts'
import { readPicture } from '../domain/pictures/read-picture.ts'
import { ProblemError } from '../errors.ts'
import type { AvatarOwner, Avatars, StoredPicture } from '../ports/avatars.ts'
import type { Random } from '../ports/random.ts'
import type { PictureCheck } from './check-pictures.ts'

export interface AvatarDesk {
  random: Random
  avatars: Avatars
  pictureCheck: Pick<PictureCheck, 'ask'>
}

/**
 * Takes a picture in, as its own bytes say what it is, without what it carried besides.
 * @throws ProblemError `invalid` when it is none
 */
export async function storeAvatar(
  { random, avatars, pictureCheck }: AvatarDesk,
  owner: AvatarOwner,
  { bytes, by }: { bytes: Buffer; by: string },
  now: number,
): Promise<StoredAvatar> {
  const picture = readPicture(bytes)
  if (!picture) throw new ProblemError('invalid', { issues: [{ path: '', code: 'picture' }] })
  const avatarUrl = await avatars.keep(owner, newCode(random), picture, now)
  if (avatarUrl === null) throw new ProblemError('not_found')
  pictureCheck.ask(by, avatarUrl)
  return { avatarUrl }
}

/** @throws ProblemError `not_found` */
export async function readAvatar({ avatars }: Pick<AvatarDesk, 'avatars'>, id: string): Promise<StoredPicture> {
  const picture = await avatars.read(id)
  if (!picture) throw new ProblemError('not_found')
  return picture
}
