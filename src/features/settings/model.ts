import type { App, Status } from '../../contract/apps'
import type { Locale } from '../../contract/identity'
import { momentText } from '../../lib/dates'
import { formatCount } from '../../lib/numbers'
import { textOf } from '../../lib/text'
import { troubleOf } from '../status/model'

/** How an app stands with WeChat, as names and words. */
export function standingRows(
  app: Pick<App, 'appid' | 'kind'>,
  { token, lastSyncAt, backfill, quota, unknownSources }: Status,
  now: number,
  locale: Locale,
): { key: string; value: string }[] {
  const { access, settings } = textOf(locale)
  const trouble = troubleOf({ token }, locale)
  const isWhole = backfill.total === 0 || backfill.done >= backfill.total
  return [
    { key: settings.appid, value: app.appid },
    { key: settings.kind, value: access.kind[app.kind] },
    { key: settings.token, value: trouble === null ? settings.tokenFine : `${trouble.title} · ${trouble.text}` },
    { key: settings.sync, value: lastSyncAt === null ? settings.never : momentText(lastSyncAt, now, locale) },
    {
      key: settings.history,
      value: isWhole ? settings.historyWhole : `${formatCount(backfill.done)}/${formatCount(backfill.total)}`,
    },
    { key: settings.quota, value: quota.remaining === null ? settings.quotaUnknown : formatCount(quota.remaining) },
    ...(unknownSources.length === 0 ? [] : [{ key: settings.unknown, value: unknownSources.join(access.join) }]),
  ]
}
