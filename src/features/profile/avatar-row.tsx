import { IMAGE_LIMIT_BYTES } from '@/contract/access-limits'
import { Box } from '@/platform/elements'
import { PhotoTap } from '@/platform/photo-tap'
import { Avatar, Button, ErrorBanner } from '@/ui'
import { useText } from '../language/text'
import { type AvatarInput, useAvatar } from './use-avatar'

export interface AvatarRowProps extends AvatarInput {
  /** Absent where a picture may be chosen at once. */
  askFirst?: (() => void) | undefined
}

/** The picture that others see beside the name. */
export function AvatarRow({ askFirst, ...input }: AvatarRowProps) {
  const { profile } = useText()
  const { fault, isBusy, put, remove } = useAvatar(input)
  const { id, nickname, avatarUrl } = input.me
  return (
    <>
      {fault === null ? null : <ErrorBanner title={fault} />}
      <Box className="da-face">
        <Avatar name={nickname} colorKey={id} url={avatarUrl} size="l" />
        {askFirst ? (
          <Button small text={profile.changePicture} onPress={askFirst} />
        ) : (
          <PhotoTap className="da-btn da-btn-sm" limit={IMAGE_LIMIT_BYTES} disabled={isBusy} onPick={put}>
            {profile.changePicture}
          </PhotoTap>
        )}
        {avatarUrl === null ? null : <Button small text={profile.removePicture} busy={isBusy} onPress={remove} />}
      </Box>
    </>
  )
}
