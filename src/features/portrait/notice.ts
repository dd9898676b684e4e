import type { Locale } from '../../contract/identity'
import type { PortraitAnswer } from '../../contract/report-portrait'
import { monthDay, rangeText } from '../../lib/dates'
import { textOf } from '../../lib/text'
import { whyMissing } from '../overview/model'
import { shownPortrait } from './model'

/** Says once that another portrait than the one asked for is shown, or only a part of it, and why; null when it is the one. */
export function portraitNotice(
  answer: Pick<PortraitAnswer, 'data' | 'range' | 'freshness'>,
  locale: Locale,
): { title: string; text: string } | null {
  const { forgotten = [] } = answer.data
  if (forgotten.length > 0) {
    const { portrait } = textOf(locale)
    return { title: portrait.forgotten(forgotten.length), text: portrait.forgottenText }
  }
  const { isLatest, range } = shownPortrait(answer)
  const { state } = answer.freshness
  // the banner above says these already
  if (!isLatest || state === 'stale' || state === 'failed') return null
  const { portrait } = textOf(locale)
  const text = portrait.shown(rangeText(range.from, range.to))
  if (state === 'not_ready' || state === 'pending') return { title: portrait.late(monthDay(answer.range.to)), text }
  return { title: portrait.nothing, text: `${whyMissing(state, locale)}${text}` }
}
