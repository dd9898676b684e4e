import type { ReactNode } from 'react'
import { Box, Tap } from '@/platform/elements'
import { classNames } from './class-names'
import { Icon } from './icon'

export interface TableColumn {
  id: string
  title: string
  /** px; without it the content decides. */
  width?: number
  /** Makes the title sort the rows; `order` where it does already. */
  sort?: { order: 'asc' | 'desc' | null; label: string; onPress: () => void }
  /** The sign behind the title that opens its definition. */
  info?: { label: string; onPress: () => void } | undefined
}

export interface TableRow {
  id: string
  /** One a column, in their order. The first is the row's name. */
  cells: readonly ReactNode[]
}

export interface TableProps {
  columns: readonly TableColumn[]
  rows: readonly TableRow[]
  label: string
  /** Its empty cells are on their way: blocks, drawn by the style. */
  busy?: boolean
}

const sortWords = { asc: 'ascending', desc: 'descending' } as const

/** Numbers in columns, right-aligned; the first column stays when the others are swiped. */
export function Table({ columns, rows, label, busy }: TableProps) {
  return (
    <Box className="da-tbw" tabIndex={0} role="region" aria-label={label}>
      <Box tag="table" className={classNames('da-tb', busy && 'da-tb-busy')} aria-busy={busy}>
        <Box tag="thead" className="da-tb-h">
          <Box tag="tr" className="da-tr">
            {columns.map((column, at) => (
              <Box
                tag="th"
                scope="col"
                aria-sort={column.sort?.order ? sortWords[column.sort.order] : undefined}
                key={column.id}
                className={classNames('da-th', at === 0 && 'da-tb-1')}
                style={column.width === undefined ? undefined : { width: `${column.width}px` }}
              >
                <Title {...column} />
              </Box>
            ))}
          </Box>
        </Box>
        <Box tag="tbody" className="da-tb-b">
          {rows.map(row => (
            <Box tag="tr" className="da-tr" key={row.id}>
              {columns.map((column, at) => (
                <Box
                  tag={at === 0 ? 'th' : 'td'}
                  scope={at === 0 ? 'row' : undefined}
                  key={column.id}
                  className={classNames('da-td', at === 0 && 'da-tb-1')}
                >
                  {row.cells[at]}
                </Box>
              ))}
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  )
}

function Title({ title, sort, info }: TableColumn) {
  const sign = info ? (
    <Tap className="da-th-info da-reach" aria-label={info.label} onPress={info.onPress}>
      <Icon name="info" size={14} />
    </Tap>
  ) : null
  if (sort === undefined) {
    return (
      <>
        {title}
        {sign}
      </>
    )
  }
  return (
    <>
      <Tap className="da-th-sort" aria-label={sort.label} onPress={sort.onPress}>
        {title}
        {sort.order === null ? null : (
          <Icon name="down" size={14} className={sort.order === 'asc' ? 'da-th-asc' : ''} />
        )}
      </Tap>
      {sign}
    </>
  )
}

/** The day in a table's first column, the weekday in grey behind it; a hollow dot where WeChat changed it later. */
export function DayCell({ day, weekday, revised }: { day: string; weekday?: string; revised?: boolean }) {
  return (
    <>
      {day}
      {weekday ? (
        <Box tag="span" className="da-td-s">
          {weekday}
        </Box>
      ) : null}
      {revised ? <Box tag="span" className="da-revised-dot" /> : null}
    </>
  )
}

/** The table's main number. */
export function StrongCell({ text }: { text: string }) {
  return (
    <Box tag="span" className="da-strong">
      {text}
    </Box>
  )
}
