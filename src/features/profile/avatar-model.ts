import { ApiError } from '../../api/api-error'
import { IMAGE_LIMIT_BYTES } from '../../contract/access-limits'
import type { Locale } from '../../contract/identity'
import { imageTypeOf } from '../../lib/image-type'
import { textOf } from '../../lib/text'

/** Why a picture that was chosen cannot be sent; null when it can. */
export function pictureFault(bytes: ArrayBuffer | null, locale: Locale): string | null {
  const { profile } = textOf(locale)
  if (bytes === null) return profile.pictureUnread
  if (bytes.byteLength > IMAGE_LIMIT_BYTES) return profile.pictureTooLarge
  return imageTypeOf(bytes) === null ? profile.pictureType : null
}

/** Why the server did not take a picture, in words. */
export function pictureRefusal(error: unknown, locale: Locale): string {
  const { profile, states } = textOf(locale)
  if (!(error instanceof ApiError)) return states.offlineTitle
  if (error.code === 'too_large') return profile.pictureTooLarge
  if (error.code === 'invalid') return error.issues[0]?.message ?? profile.pictureType
  return error.detail || profile.failed
}
