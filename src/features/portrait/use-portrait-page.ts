import { useCallback, useMemo } from 'react'
import { addDays } from '@/contract/periods'
import { rangeText } from '@/lib/dates'
import { useReportChoice } from '../choices/store'
import { useEntry } from '../dictionary/entry-sheet'
import { useLocale, useText } from '../language/text'
import { useReport, useReportPlace } from '../report/use-report'
import { filledShare, itemName, type ShownAttribute, shownPortrait } from './model'
import { usePortrait } from './queries'

/** What 用户画像 is made of: the choice, the portrait shown for it and the definitions. */
export function usePortraitPage() {
  const { portrait } = useText()
  const locale = useLocale()
  const place = useReportPlace('portrait')
  const { appid, yesterday } = place
  const choice = useReportChoice(appid, 'portrait')
  const view = usePortrait(appid, choice, place.source, !place.isLocked)
  const report = useReport(place, view)
  const { tell, sheet } = useEntry()
  const answer = view.data
  const shown = useMemo(() => answer && shownPortrait(answer), [answer])
  const range = shown?.range ?? { from: addDays(yesterday, 1 - Number(choice.days)), to: yesterday }
  const onDefine = useCallback(
    (attribute: ShownAttribute) => {
      const example = shown && filledShare(shown.lists[attribute] ?? [])
      const span = shown === null ? [] : [rangeText(shown.range.from, shown.range.to)]
      tell({
        name: portrait[attribute],
        sentence: portrait.sentence(portrait[attribute]),
        formula: portrait.formula,
        filled: example?.filled ?? '--',
        note: [...(example ? [itemName(example.name, locale)] : []), ...span].join(' · '),
        over: portrait.over,
        field: attribute,
      })
    },
    [shown, portrait, locale, tell],
  )
  return { report, choice, answer, shown, range, onDefine, definition: sheet, isReading: view.isFetching }
}
