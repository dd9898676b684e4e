import { Bar, Card, Note, StaleBanner } from '@/ui'
import { useLocale } from '../language/text'
import { progressOf, troubleOf } from './model'
import { useStatus } from './queries'

/** What is wrong with the app's token, above its numbers. */
export function TroubleBanner({ appid }: { appid: string }) {
  const { data } = useStatus(appid)
  const locale = useLocale()
  const trouble = data && troubleOf(data, locale)
  return trouble ? <StaleBanner title={trouble.title} text={trouble.text} /> : null
}

/** How far the history after binding is filled in. */
export function BackfillCard({ appid }: { appid: string }) {
  const { data } = useStatus(appid)
  const locale = useLocale()
  const progress = data && progressOf(data, locale)
  if (!progress) return null
  return (
    <Card title={progress.title} trailing={<Note text={progress.percent} />}>
      <Bar ratio={progress.ratio} />
      <Note text={progress.text} />
    </Card>
  )
}
