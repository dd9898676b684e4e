import { type ReactNode, useState } from 'react'
import { call } from '@/api'
import type { Revision } from '@/contract/report-envelope'
import type { Range } from '@/lib/periods'
import { Box } from '@/platform/elements'
import { Empty, Note, Paragraph, RevisedMark, Sheet, SkeletonRows, StrongCell, Table } from '@/ui'
import { currentMinute } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { type Question, revisedIn, revisionGroups } from './model'

/** What came of asking: on its way, not there, or here. */
type Found = 'reading' | 'failed' | Revision[]

interface Asked extends Question {
  appid: string
  /** Of the answer on screen. */
  revised: readonly string[] | undefined
  range: Range
}

/**
 * The mark that WeChat changed numbers on the page, and on a tap which: only then the server is asked.
 * Put `mark` into the head and `sheet` into the screen's `over`.
 */
export function useRevisions({ appid, endpoint, query, revised, range }: Asked): { mark: ReactNode; sheet: ReactNode } {
  const { revisions: words, states } = useText()
  const [found, setFound] = useState<Found | null>(null)
  const count = revisedIn(revised, range).length
  const ask = async () => {
    setFound('reading')
    try {
      const answer = await call(endpoint, { params: { appid }, query: { ...query, revisions: 'true' } })
      setFound((answer as { revisions?: Revision[] }).revisions ?? [])
    } catch {
      setFound('failed')
    }
  }
  return {
    mark: count === 0 ? null : <RevisedMark text={words.mark} label={words.label(count)} onPress={() => void ask()} />,
    sheet: (
      <Sheet
        id="revision-sheet"
        open={found !== null}
        title={words.mark}
        closeLabel={states.close}
        onClose={() => setFound(null)}
      >
        {found === null ? null : found === 'reading' ? (
          <SkeletonRows count={4} label={states.reading} />
        ) : found === 'failed' ? (
          <Empty
            title={words.failed}
            text={words.failedText}
            action={{ text: states.retry, onPress: () => void ask() }}
          />
        ) : (
          <Changes revisions={found} range={range} question={{ endpoint, query }} />
        )}
      </Sheet>
    ),
  }
}

function Changes({ revisions, range, question }: { revisions: Revision[]; range: Range; question: Question }) {
  const { revisions: words } = useText()
  const groups = revisionGroups(revisions, range, question, currentMinute(), useLocale())
  if (groups.length === 0) return <Paragraph text={words.elsewhere} />
  return (
    <>
      <Paragraph text={words.text} />
      {groups.map(({ id, title, times, rows, rest }) => (
        <Box key={id}>
          <Note text={`${title} · ${times}`} />
          <Table
            label={title}
            columns={[
              { id: 'name', title: words.name },
              { id: 'before', title: words.before },
              { id: 'after', title: words.after },
            ]}
            rows={rows.map(row => ({
              id: row.id,
              cells: [row.name, row.before, <StrongCell key="after" text={row.after} />],
            }))}
          />
          {rest > 0 ? <Note text={words.rest(rest)} /> : null}
        </Box>
      ))}
    </>
  )
}
