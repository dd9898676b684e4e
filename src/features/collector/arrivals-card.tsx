import type { Collector } from '@/contract/collector'
import { Box } from '@/platform/elements'
import { Button, Card, Empty, KeyValues, ListRow, Note, Tag, useMoreRows } from '@/ui'
import { currentMinute } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { arrivals, lastEventText, refusedRows } from './model'

const AT_ONCE = 8

/** The events as they arrive, and what was not taken. */
export function ArrivalsCard({ collector }: { collector: Collector }) {
  const { collector: words, reports } = useText()
  const { count, more } = useMoreRows(AT_ONCE, 'arrivals')
  const locale = useLocale()
  const now = currentMinute()
  const rows = arrivals(collector, now, locale)
  const refused = refusedRows(collector, locale)
  return (
    <>
      <Card flush title={words.arriving} trailing={<Note text={lastEventText(collector, now, locale)} />}>
        {rows.length === 0 ? <Empty title={words.nothing} text={words.nothingText} /> : null}
        {rows.slice(0, count).map(({ id, title, detail, time, env }) => (
          <ListRow
            key={id}
            wrap="whole"
            title={title}
            subtitle={
              <>
                {env === null ? null : <Tag tone="warn" text={env} />}
                {detail}
              </>
            }
            trailing={time}
          />
        ))}
        {rows.length > count ? (
          <Box className="da-card-more">
            <Button block small text={reports.more} onPress={more} />
          </Box>
        ) : null}
      </Card>
      {refused.length > 0 ? (
        <Card title={words.refused} trailing={<Note text={words.refusedText} />}>
          <KeyValues rows={refused} />
        </Card>
      ) : null}
    </>
  )
}
