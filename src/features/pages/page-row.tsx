import { memo } from 'react'
import type { PageRow as Row } from '@/contract/report-pages'
import { Box, Tap } from '@/platform/elements'
import { Bar, TextLink } from '@/ui'
import { useLocale, useText } from '../language/text'
import { type PageMetric, pageMetrics, pageText, type ShownPage } from './model'

export interface PageRowProps {
  page: ShownPage
  isOpen: boolean
  onToggle: (path: string) => void
  onDefine: (column: PageMetric | 'share', row: Row) => void
  /** For admins: names the page. */
  onRemark: ((row: Row) => void) | undefined
}

/** One page: remark and path, the chosen number, its share; a tap opens all eight in a well. */
export const PageRow = memo(function PageRow({ page, isOpen, onToggle, onDefine, onRemark }: PageRowProps) {
  const { name, under, value, share, rank, ratio, row } = page
  return (
    <Box className="da-pg">
      <Tap className="da-pg-hit" aria-expanded={isOpen} onPress={() => onToggle(page.path)}>
        <Box tag="span" className="da-rk-no">
          {rank}
        </Box>
        <Box tag="span" className="da-pg-nm" title={page.path}>
          <Box tag="span" className={under === null ? 'da-pg-path' : 'da-pg-remark'}>
            {name}
          </Box>
          {under === null ? null : (
            <Box tag="span" className="da-pg-under">
              {under}
            </Box>
          )}
        </Box>
        <Box tag="span" className="da-pg-vl">
          <Box tag="span" className="da-pg-v">
            {value}
          </Box>
          <Box tag="span" className="da-pg-s">
            {share}
          </Box>
        </Box>
        <Bar ratio={ratio} />
      </Tap>
      {isOpen ? <Eight row={row} onDefine={onDefine} onRemark={onRemark} /> : null}
    </Box>
  )
})

function Eight({ row, onDefine, onRemark }: Pick<PageRowProps, 'onDefine' | 'onRemark'> & { row: Row }) {
  const { pages } = useText()
  const locale = useLocale()
  return (
    <Box className="da-pg-well">
      {pageMetrics.map(metric => (
        <Tap className="da-pg-one" key={metric} onPress={() => onDefine(metric, row)}>
          <Box tag="span" className="da-pg-s">
            {pages.column[metric]}
          </Box>
          <Box tag="span" className="da-pg-n">
            {pageText(metric, row[metric], locale)}
          </Box>
        </Tap>
      ))}
      {onRemark ? (
        <TextLink text={row.remark === null ? pages.addRemark : pages.editRemark} onPress={() => onRemark(row)} />
      ) : null}
    </Box>
  )
}
