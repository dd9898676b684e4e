import { useState } from 'react'
import { useStore } from 'zustand'
import { call } from '@/api'
import { sessionStore } from '@/api/session'
import type { App } from '@/contract/apps'
import { linkTo, useShareCard } from '@/platform/share'
import type { ToastMessage } from '@/ui'
import { useText } from '../language/text'
import { type Terms, usualTerms } from './terms-model'

/** The card that an admin sends: what it opens, and what WeChat or a browser makes of it. */
export function useInvitation(appid: string, app: App | null, tell: (message: ToastMessage) => void) {
  const { grants: words } = useText()
  const inviter = useStore(sessionStore, state => state.signedIn?.user.nickname ?? '')
  const [terms, setTerms] = useState<Terms>(usualTerms)
  const [requireApproval, setApproval] = useState(true)
  const [link, setLink] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const make = () =>
    call('createInvitation', {
      params: { appid },
      body: { scopes: terms.scopes, grantExpiresAt: terms.expiresAt, requireApproval },
    })

  useShareCard(
    () => ({ title: words.shareFallback, path: '/pages/apps/index' }),
    async () => {
      try {
        const { path } = await make()
        return { title: words.shareTitle(inviter, app?.name ?? ''), path: `/${path}` }
      } catch (error) {
        tell({ text: words.makeFailed })
        throw error
      }
    },
  )

  const makeLink = async () => {
    setBusy(true)
    try {
      setLink(linkTo((await make()).path))
    } catch {
      tell({ text: words.makeFailed })
    } finally {
      setBusy(false)
    }
  }

  return {
    terms,
    setTerms,
    requireApproval,
    setApproval,
    isBusy,
    link,
    makeLink: () => void makeLink(),
    close: () => setLink(null),
  }
}

export type InvitationDraft = ReturnType<typeof useInvitation>
