import type { ReportState } from '@/contract/report-states'
import { useLocale } from '../language/text'
import { whyMissing } from '../overview/model'
import { useSourceOfScreen } from './source-of-screen'

/** Why a number of the screen is missing, in a sentence, by who counted it. */
export function useWhyMissing(): (state: ReportState) => string {
  const locale = useLocale()
  const source = useSourceOfScreen()
  return state => whyMissing(state, locale, source)
}
