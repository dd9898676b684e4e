import { useState } from 'react'
import { call } from '@/api'
import type { Me } from '@/contract/identity'
import type { ToastMessage } from '@/ui'
import { useLocale, useText } from '../language/text'
import { keepUser } from '../session/sign-in'
import { pictureFault, pictureRefusal } from './avatar-model'

export interface AvatarInput {
  me: Me
  onSaved: () => Promise<unknown>
  tell: (message: ToastMessage) => void
}

/** The person's picture: put in place of the one before, or taken away. */
export function useAvatar({ me, onSaved, tell }: AvatarInput) {
  const { profile } = useText()
  const locale = useLocale()
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const send = async (change: () => Promise<Me>) => {
    setBusy(true)
    setFault(null)
    try {
      keepUser(await change())
      await onSaved()
      tell({ text: profile.saved })
    } catch (error) {
      setFault(pictureRefusal(error, locale))
    } finally {
      setBusy(false)
    }
  }

  return {
    fault,
    isBusy,
    put: (bytes: ArrayBuffer | null) => {
      const found = pictureFault(bytes, locale)
      if (found !== null || bytes === null) return setFault(found)
      void send(async () => ({ ...me, ...(await call('uploadAvatar', { body: bytes })) }))
    },
    remove: () => void send(() => call('updateMe', { body: { avatarUrl: null } })),
  }
}
