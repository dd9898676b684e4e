import { useState } from 'react'
import type { Admin, Grant } from '@/contract/access'
import { useToast } from '@/ui'
import { useApp } from '../apps/queries'
import { isForbidden, isGone } from '../freshness/model'
import { maySee } from '../shell/modules'
import { useAppid } from '../shell/params'
import { usePull } from '../shell/pull'
import { useAdmins, useGrants, useRequests } from './queries'
import { useDeeds } from './use-deeds'
import { useInvitation } from './use-invitation'

/** What 授权 is made of: the lists, the card, and what is open above them. */
export function useGrantsPage() {
  const appid = useAppid()
  const app = useApp(appid)
  const isAdmin = maySee(app, 'grants')
  const list = useGrants(appid, isAdmin)
  const waiting = useRequests(appid, isAdmin)
  const admins = useAdmins(appid, isAdmin)
  const { toast, show } = useToast()
  const read = () => Promise.all([list.refetch(), waiting.refetch(), admins.refetch()])
  usePull(read)
  const deeds = useDeeds({ appid, tell: show, onDone: read })
  const draft = useInvitation(appid, app, show)
  const [opened, open] = useState<Grant | null>(null)
  const [openedAdmin, openAdmin] = useState<Admin | null>(null)
  const [isFinding, setFinding] = useState(false)
  return {
    appid,
    app,
    list,
    waiting,
    admins: admins.data?.admins ?? [],
    deeds,
    draft,
    toast,
    opened,
    open,
    openedAdmin,
    openAdmin,
    isFinding,
    setFinding,
    isGone: isGone(list.error),
    isForbidden: !isAdmin || isForbidden(list.error),
    onRetry: () => void read(),
  }
}

export type GrantsPage = ReturnType<typeof useGrantsPage>
