import { Box } from '@/platform/elements'
import { navigateTo } from '@/platform/navigation'
import { Button, Card, Empty, ErrorBanner, ListHeading, ListRow, SkeletonRows, StaleBanner, useDelayed } from '@/ui'
import { useLocale, useText } from '../language/text'
import { appPath } from '../shell/routes'
import { type NoticeLine, noticeDays } from './model'
import type { Notices } from './use-notices'

/** What one was told, by days; the new ones with a dot. */
export function NoticeList({ list }: { list: Notices }) {
  const { notices: words, states } = useText()
  const locale = useLocale()
  const { first, notices, fresh, hasMore, more, isReading, hasFailed } = list
  const { data, error, isFetching, refetch } = first
  const isWaiting = useDelayed(data === null && isFetching)
  const retry = { text: states.retry, onPress: () => void refetch() }
  if (data === null) {
    if (error !== null) return <ErrorBanner title={words.failedTitle} text={words.failedText} retry={retry} />
    return isWaiting ? (
      <Card flush>
        <SkeletonRows count={6} label={states.reading} />
      </Card>
    ) : null
  }
  const days = noticeDays(notices, fresh, locale)
  return (
    <>
      {error === null ? null : <StaleBanner title={states.offlineTitle} text={states.offlineText} action={retry} />}
      {days.length > 0 ? null : (
        <Card>
          <Empty title={words.emptyTitle} text={words.emptyText} />
        </Card>
      )}
      {days.map(({ day, title, lines }) => [
        <ListHeading key={`${day}-title`} title={title} />,
        <Card key={day} flush label={title}>
          {lines.map(line => (
            <NoticeRow key={line.id} line={line} />
          ))}
        </Card>,
      ])}
      {hasFailed ? <ErrorBanner title={words.moreFailed} /> : null}
      {hasMore ? <Button block small busy={isReading} text={words.more} onPress={more} /> : null}
    </>
  )
}

function NoticeRow({ line }: { line: NoticeLine }) {
  const { notices } = useText()
  const { sentence, detail, time, isNew, opens } = line
  return (
    <ListRow
      wrap="whole"
      title={sentence}
      label={isNew ? `${notices.fresh} ${sentence} ${detail} ${time}` : undefined}
      subtitle={detail}
      trailing={
        <>
          {isNew ? <Box tag="span" className="da-unread" /> : null}
          {time}
        </>
      }
      onPress={opens === null ? undefined : () => navigateTo(appPath(opens.page, opens.appid))}
    />
  )
}
