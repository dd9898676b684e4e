import { useState } from 'react'
import { call } from '@/api'
import { IMAGE_LIMIT_BYTES } from '@/contract/access-limits'
import { Box } from '@/platform/elements'
import { PhotoTap } from '@/platform/photo-tap'
import { Avatar, Button, ErrorBanner } from '@/ui'
import { useLocale, useText } from '../language/text'
import { pictureFault, pictureRefusal } from '../profile/avatar-model'
import type { AppFormProps } from './app-form'

/** The picture of an app: put in place of the one before, or taken away. */
export function FaceRow({ app, onSaved, tell }: AppFormProps) {
  const { profile, settings } = useText()
  const locale = useLocale()
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { appid, name, avatarUrl, kind } = app
  const send = async (change: () => Promise<unknown>) => {
    setBusy(true)
    setFault(null)
    try {
      await change()
      await onSaved()
      tell({ text: settings.faceSaved })
    } catch (error) {
      setFault(pictureRefusal(error, locale))
    } finally {
      setBusy(false)
    }
  }
  const put = (bytes: ArrayBuffer | null) => {
    const found = pictureFault(bytes, locale)
    if (found !== null || bytes === null) return setFault(found)
    void send(() => call('uploadAppAvatar', { params: { appid }, body: bytes }))
  }
  const remove = () => void send(() => call('updateApp', { params: { appid }, body: { avatarUrl: null } }))
  return (
    <>
      {fault === null ? null : <ErrorBanner title={fault} />}
      <Box className="da-face">
        <Avatar name={name} colorKey={appid} url={avatarUrl} square={kind === 'minigame'} size="l" />
        <PhotoTap className="da-btn da-btn-sm" limit={IMAGE_LIMIT_BYTES} disabled={isBusy} onPick={put}>
          {profile.changePicture}
        </PhotoTap>
        {avatarUrl === null ? null : <Button small text={profile.removePicture} busy={isBusy} onPress={remove} />}
      </Box>
    </>
  )
}
