import type { Locale } from './identity'
import { sourceNames } from './source-names'

/** The keys of access sources that WeChat documents, ascending. New ones appear without notice. */
export const sourceKeys: readonly number[] = Object.keys(sourceNames.en).map(Number)

/** What has no scene of its own. */
export const OTHER_SOURCE = 10

export const isKnownSource = (key: number): boolean => Object.hasOwn(sourceNames.en, key)

/** The name of an access source; one that nobody documents keeps its key: `未知来源(91)`. */
export function sourceName(key: number, locale: Locale = 'zh-CN'): string {
  const unknown = locale === 'en' ? `Unknown source (${key})` : `未知来源(${key})`
  return isKnownSource(key) ? (sourceNames[locale][key] ?? unknown) : unknown
}

/** What sources are counted in: opens, or visitors where WeChat's answer carries them. */
export const sourceMetrics = ['session_cnt', 'visit_uv'] as const
export type SourceMetric = (typeof sourceMetrics)[number]
