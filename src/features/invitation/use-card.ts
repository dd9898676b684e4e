import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { call } from '@/api'
import { queryClient } from '@/api/query-client'
import { sessionStore } from '@/api/session'
import type { InvitationView } from '@/contract/invitations'
import { useLocale } from '../language/text'
import { openApp } from '../shell/routes'
import { type Refusal, refusalOf } from './model'

type Step = 'reading' | 'asking' | 'sending' | 'pending'

/** A card on its way from being read to being taken. */
export function useCard(code: string) {
  const locale = useLocale()
  const me = useStore(sessionStore, state => state.signedIn?.user.id ?? null)
  const [step, setStep] = useState<Step>('reading')
  const [card, setCard] = useState<InvitationView | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const read = useCallback(() => {
    setRefusal(null)
    setStep('reading')
    call('readInvitation', { params: { code } }).then(
      found => {
        setCard(found)
        setStep('asking')
      },
      error => setRefusal(refusalOf(error, locale)),
    )
  }, [code, locale])
  useEffect(read, [read])

  const accept = async () => {
    setStep('sending')
    try {
      const { status, appid } = await call('acceptInvitation', { params: { code } })
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'apps' })
      if (status === 'granted' && appid !== undefined) openApp(appid)
      else setStep('pending')
    } catch (error) {
      setRefusal(refusalOf(error, locale))
      setStep('asking')
    }
  }

  return { step, card, refusal, isOwn: card !== null && card.inviter.id === me, read, accept: () => void accept() }
}

export type Card = ReturnType<typeof useCard>
