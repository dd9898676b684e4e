import type { App } from '@/contract/apps'
import { addDays } from '@/contract/periods'
import { usualChoices } from '../choices/report-choices'
import { useYesterday } from '../clock/now'
import { useLocale } from '../language/text'
import { useOverview } from '../overview/queries'
import { usePortrait } from '../portrait/queries'
import { useRetention } from '../retention/queries'
import { type Module, maySee } from '../shell/modules'
import type { AppPage } from '../shell/routes'
import { useSources } from '../sources/queries'
import { type KeyNumber, keyNumberOf, portraitNumberOf, retentionNumberOf, sourceNumberOf } from './model'

/** What stands beside each page's name in 导航页, of the newest day that has it; nothing is asked that the person may not see. */
export function useKeyNumbers(appid: string, app: App | null): (page: Module['id']) => KeyNumber | null {
  const locale = useLocale()
  const yesterday = useYesterday()
  const may = (page: AppPage) => app !== null && maySee(app, page)
  const { data: overview } = useOverview(appid, null)
  const { data: sources } = useSources({
    appid,
    span: { preset: 'yesterday' },
    range: { from: yesterday, to: yesterday },
    metric: 'session_cnt',
    source: 'wechat',
    isLocked: !may('sources'),
  })
  // the newest cohort whose next day is over
  const cohort = addDays(yesterday, -1)
  const range = { from: cohort, to: cohort }
  const { data: retention } = useRetention({
    appid,
    choice: usualChoices.retention,
    span: { preset: 'custom', ...range },
    range,
    source: 'wechat',
    enabled: may('retention'),
  })
  const { data: portrait } = usePortrait(appid, usualChoices.portrait, 'wechat', may('portrait'))
  return page => {
    if (page === 'sources') return sourceNumberOf(sources, locale)
    if (page === 'retention') return retentionNumberOf(retention, locale)
    if (page === 'portrait') return portraitNumberOf(portrait, locale)
    return keyNumberOf(page, overview, locale)
  }
}
