import { useState } from 'react'
import { useToast } from '@/ui'
import { useApp, useApps } from '../apps/queries'
import { isForbidden, isGone } from '../freshness/model'
import { maySee } from '../shell/modules'
import { useAppid } from '../shell/params'
import { usePull } from '../shell/pull'
import { useStatus } from '../status/queries'

/** What 应用设置 is made of: the app as the list knows it, how it stands, and what is open above. */
export function useSettingsPage() {
  const appid = useAppid()
  const app = useApp(appid)
  const list = useApps()
  const status = useStatus(appid)
  const { toast, show } = useToast()
  const [isUnbinding, setUnbinding] = useState(false)
  const read = () => Promise.all([status.refetch(), list.refetch()])
  usePull(read)
  return {
    appid,
    app,
    status,
    toast,
    tell: show,
    read,
    isUnbinding,
    setUnbinding,
    isGone: isGone(status.error),
    isForbidden: !maySee(app, 'settings') || isForbidden(status.error),
  }
}

export type SettingsPage = ReturnType<typeof useSettingsPage>
