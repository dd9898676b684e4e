import { type ReactNode, useState } from 'react'
import { Box } from '@/platform/elements'
import { useElementTop } from '@/platform/scroll'
import { getTextScale, getWindowHeight } from '@/platform/system'
import { classNames } from './class-names'
import { type Portion, windowOf } from './virtual-rows-model'

export interface VirtualRowsProps<Row> {
  /** Unique on the page. */
  id: string
  rows: readonly Row[]
  /** Of every row at the usual text size, px; 16 of them do not grow with it. */
  height: number
  /** Where its upper edge is to begin with, px below the window's; half the window where nothing is said. */
  above?: number
  /** For rows that weigh much. */
  portion?: Portion
  draw: (row: Row) => ReactNode
}

/** From this text size on a row of people or apps takes a second line for its name and one of its own for what stands at the right. */
const LARGE = 1.2

/** Of a row of people or apps, px at the usual text size; as `.da-row-one` has it. */
export const rowHeightOf = (): number => (getTextScale() > LARGE ? 104 : 60)

/** A row of people or apps in a list that draws only what is near the screen. */
export function RowOfOneHeight({ children }: { children: ReactNode }) {
  return <Box className={classNames('da-row-one', getTextScale() > LARGE && 'da-row-tall')}>{children}</Box>
}

/** A list that draws only what is near the screen once it is long. The page says `enablePageScroll` in its config. */
export function VirtualRows<Row>({ id, rows, height, above, portion, draw }: VirtualRowsProps<Row>) {
  const rowHeight = 16 + (height - 16) * getTextScale()
  const place = (top: number) =>
    windowOf({ count: rows.length, rowHeight, top, viewHeight: getWindowHeight() }, portion)
  const [top, setTop] = useState(above ?? getWindowHeight() / 2)
  const { from, to } = place(top)
  useElementTop(id, next => {
    const other = place(next)
    if (other.from !== from || other.to !== to) setTop(next)
  })
  const space = (count: number) => (count > 0 ? <Box style={{ height: `${count * rowHeight}px` }} /> : null)
  return (
    <Box id={id}>
      {space(from)}
      {rows.slice(from, to).map(draw)}
      {space(rows.length - to)}
    </Box>
  )
}
