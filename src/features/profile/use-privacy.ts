import { useEffect, useState } from 'react'
import { askConsent, guardsPrivacy, needsConsent } from '@/platform/privacy'
import type { ToastMessage } from '@/ui'
import { useText } from '../language/text'

/** Whether WeChat may be asked for a name and a picture, and the sheet that comes before that question. */
export function usePrivacy(tell: (message: ToastMessage) => void) {
  const { profile } = useText()
  const [isOpen, setOpen] = useState(!guardsPrivacy)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (guardsPrivacy) void needsConsent().then(isNeeded => setOpen(!isNeeded))
  }, [])
  const agree = async () => {
    const hasAgreed = await askConsent()
    setAsking(false)
    setOpen(hasAgreed)
    tell({ text: hasAgreed ? profile.agreed : profile.refused })
  }
  const refuse = () => {
    setAsking(false)
    tell({ text: profile.refused })
  }
  return { isOpen, isAsking, ask: () => setAsking(true), agree: () => void agree(), refuse }
}

export type Privacy = ReturnType<typeof usePrivacy>
