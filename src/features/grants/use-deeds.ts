import { useState } from 'react'
import { ApiError, call } from '@/api'
import type { Admin, Grant } from '@/contract/access'
import type { AccessRequest } from '@/contract/invitations'
import type { ToastMessage } from '@/ui'
import { useText } from '../language/text'
import type { Terms } from './terms-model'

export interface DeedsInput {
  appid: string
  /** `show` of useToast. */
  tell: (message: ToastMessage) => void
  /** Reads the lists again. */
  onDone: () => Promise<unknown>
}

/** What an admin does to those who may look. Each deed is told in a toast; a refusal in the server's own words. */
export function useDeeds({ appid, tell, onDone }: DeedsInput) {
  const { grants: words } = useText()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())

  const refused = (error: unknown) => {
    tell({ text: (error instanceof ApiError && error.detail) || words.failed })
    return false
  }
  const done = async (message: ToastMessage) => {
    tell(message)
    await onDone()
    return true
  }
  const mark = (id: string, isGone: boolean) =>
    setGone(before => new Set(isGone ? [...before, id] : [...before].filter(one => one !== id)))

  const grant = (person: { userId: string; nickname: string }, terms: Terms, said = words.approved) =>
    call('createGrant', { params: { appid }, body: { userId: person.userId, ...terms } }).then(() => {
      mark(person.userId, false)
      return done({ text: said(person.nickname) })
    }, refused)

  return {
    /** Those who were taken out of the lists before the server has answered. */
    gone,
    grant,
    change: ({ userId, nickname }: Grant, terms: Terms) =>
      call('updateGrant', { params: { appid, userId }, body: terms }).then(
        () => done({ text: words.saved(nickname) }),
        refused,
      ),
    /** At once; the toast grants the very same again. */
    revoke: (viewer: Grant) => {
      const { userId, nickname, scopes, expiresAt } = viewer
      mark(userId, true)
      const undo = () => void grant(viewer, { scopes, expiresAt }, words.restored)
      return call('revokeGrant', { params: { appid, userId } }).then(
        () => done({ text: words.revoked(nickname), action: { text: words.undo, onPress: undo } }),
        error => {
          mark(userId, false)
          return refused(error)
        },
      )
    },
    makeAdmin: ({ userId, nickname }: { userId: string; nickname: string }) =>
      call('addAdmin', { params: { appid }, body: { userId } }).then(
        () => done({ text: words.adminMade(nickname) }),
        refused,
      ),
    removeAdmin: ({ userId, nickname }: Admin) =>
      call('removeAdmin', { params: { appid, userId } }).then(
        () => done({ text: words.adminRemoved(nickname) }),
        refused,
      ),
    settle: ({ id, user }: AccessRequest, verdict: 'approveRequest' | 'rejectRequest') => {
      mark(id, true)
      const said = verdict === 'approveRequest' ? words.approved : words.rejected
      return call(verdict, { params: { appid, id } }).then(
        () => done({ text: said(user.nickname) }),
        error => {
          mark(id, false)
          return refused(error)
        },
      )
    },
  }
}

export type Deeds = ReturnType<typeof useDeeds>
