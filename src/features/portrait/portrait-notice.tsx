import type { PortraitAnswer } from '@/contract/report-portrait'
import { StaleBanner } from '@/ui'
import { useLocale } from '../language/text'
import { portraitNotice } from './notice'

/** Says once that the portrait of another range is shown. */
export function PortraitNotice({ answer }: { answer: PortraitAnswer | null }) {
  const locale = useLocale()
  const notice = answer && portraitNotice(answer, locale)
  return notice ? <StaleBanner title={notice.title} text={notice.text} /> : null
}
