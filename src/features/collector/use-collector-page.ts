import { useApp } from '../apps/queries'
import { isForbidden, isGone } from '../freshness/model'
import { maySee } from '../shell/modules'
import { useAppid } from '../shell/params'
import { usePull } from '../shell/pull'
import { useCollector } from './queries'

/** What 数据采集 is made of. */
export function useCollectorPage() {
  const appid = useAppid()
  const app = useApp(appid)
  const isAdmin = maySee(app, 'collector')
  const { data, error, refetch } = useCollector(appid, isAdmin)
  usePull(refetch)
  return {
    appid,
    app,
    collector: data,
    error,
    isGone: isGone(error),
    isForbidden: !isAdmin || isForbidden(error),
    onRetry: () => void refetch(),
  }
}

export type CollectorPage = ReturnType<typeof useCollectorPage>
