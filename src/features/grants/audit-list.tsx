import { auditText } from '@/lib/text/audit'
import { Button, Card, Empty, ErrorBanner, ListHeading, ListRow, SkeletonRows, useDelayed } from '@/ui'
import { isForbidden } from '../freshness/model'
import { useLocale, useText } from '../language/text'
import { auditDays } from './audit-model'
import type { useAudit } from './use-audit'

/** The records as a list that can be read: days, sentences, what belongs to them. */
export function AuditList({ records }: { records: ReturnType<typeof useAudit> }) {
  const { states } = useText()
  const locale = useLocale()
  const audit = auditText(locale)
  const { data, error, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = records
  const isReading = useDelayed(data === undefined && isFetching)
  if (data === undefined) {
    if (isForbidden(error)) {
      return (
        <Card>
          <Empty art="lock" title={states.noRightTitle(audit.title)} text={states.noRight} />
        </Card>
      )
    }
    if (error !== null) {
      return <ErrorBanner title={states.failedTitle} retry={{ text: states.retry, onPress: () => void refetch() }} />
    }
    return isReading ? (
      <Card flush>
        <SkeletonRows count={6} label={states.reading} />
      </Card>
    ) : null
  }
  const days = auditDays(
    data.pages.flatMap(({ entries }) => entries),
    locale,
  )
  if (days.length === 0) {
    return (
      <Card>
        <Empty title={audit.emptyTitle} text={audit.emptyText} />
      </Card>
    )
  }
  return (
    <>
      {error === null ? null : (
        <ErrorBanner title={states.failedTitle} retry={{ text: states.retry, onPress: () => void refetch() }} />
      )}
      {days.map(({ day, title, lines }) => [
        <ListHeading key={`${day}-title`} title={title} />,
        <Card key={day} flush label={title}>
          {lines.map(({ id, sentence, detail, time }) => (
            <ListRow key={id} wrap="whole" title={sentence} subtitle={detail} trailing={time} />
          ))}
        </Card>,
      ])}
      {hasNextPage ? (
        <Button block small busy={isFetchingNextPage} text={audit.more} onPress={() => void fetchNextPage()} />
      ) : null}
    </>
  )
}
