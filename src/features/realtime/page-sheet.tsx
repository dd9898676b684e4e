import type { RealtimeAnswer } from '@/contract/report-realtime'
import { shortPath } from '@/lib/paths'
import { Card, PickRow, Sheet } from '@/ui'
import { useText } from '../language/text'

const MOST = 20

export interface PageSheetProps {
  open: boolean
  answer: RealtimeAnswer | null
  page: string | null
  onChoose: (page: string | null) => void
  onClose: () => void
}

/** Chooses whose curve is drawn: all pages, or one of those with most views. */
export function PageSheet({ open, answer, page, onChoose, onClose }: PageSheetProps) {
  const { realtime, states } = useText()
  const pages = answer?.data.pages.slice(0, MOST) ?? []
  const isListed = page === null || pages.some(({ path }) => path === page)
  return (
    <Sheet kept id="realtime-page" open={open} title={realtime.pickPage} closeLabel={states.close} onClose={onClose}>
      <Card flush>
        <PickRow title={realtime.allPages} checked={page === null} onPress={() => onChoose(null)} />
        {isListed ? null : <PickRow title={shortPath(page, 32)} checked onPress={() => onChoose(page)} />}
        {pages.map(({ path, remark }) => (
          <PickRow
            key={path}
            title={remark ?? shortPath(path, 32)}
            checked={path === page}
            onPress={() => onChoose(path)}
          />
        ))}
      </Card>
    </Sheet>
  )
}
