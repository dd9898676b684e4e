import { Sparkline } from '@/charts/sparkline'
import { Box, Tap } from '@/platform/elements'
import { tellsEachCell } from '@/platform/system'
import { Avatar, Locked, Tag } from '@/ui'
import { classNames } from '@/ui/class-names'
import { useText } from '../language/text'
import type { ChangeBase, PortfolioRow as Row } from './model'

export interface PortfolioRowProps {
  row: Row
  base: ChangeBase
  /** `访问人数`. */
  metric: string
  onPress: () => void
}

/** As `.da-pf` has it at the usual text size, px. */
export const PORTFOLIO_ROW_HEIGHT = 88

/** One app: its fortnight as a line, yesterday's number, and how it changed against three days. */
export function PortfolioRow({ row, base, metric, onPress }: PortfolioRowProps) {
  const { apps } = useText()
  const { name, kind, tag, value, lastDay, why, line, isLocked } = row
  return (
    <Tap className="da-pf" aria-label={tellsEachCell ? undefined : spokenRow(row, base, metric)} onPress={onPress}>
      <Avatar name={name} colorKey={row.appid} url={row.avatarUrl} square={row.isSquare} size="m" />
      <Box tag="span" className="da-pf-n da-cut">
        {name}
      </Box>
      <Box tag="span" className="da-pf-k da-cut">
        {tag === null ? null : <Tag tone="warn" text={tag} />}
        {lastDay ?? kind}
      </Box>
      {isLocked ? null : <Sparkline values={line} />}
      <Box tag="span" className={classNames('da-pf-v', value === null && 'da-quiet')}>
        {isLocked ? <Locked label={apps.locked} /> : (value ?? '--')}
      </Box>
      {why === null ? (
        <Changes row={row} base={base} metric={metric} />
      ) : (
        <Box tag="span" className="da-pf-c da-cut">
          {why}
        </Box>
      )}
    </Tap>
  )
}

function Changes({ row, base, metric }: Pick<PortfolioRowProps, 'row' | 'base' | 'metric'>) {
  return (
    <Box tag="span" className="da-pf-c">
      {row.changes.map(({ key, name, direction, text, label }) => (
        <Box tag="span" key={key} className={key === base ? 'da-pf-b' : 'da-pf-1'}>
          {name}
          <Box
            tag="span"
            className={`da-ch da-ch-${direction}`}
            role={tellsEachCell ? 'img' : undefined}
            aria-label={tellsEachCell ? `${metric}${label}` : undefined}
          >
            {text}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

/** What a screen reader says of a row where its parts say nothing by themselves. */
function spokenRow({ name, value, lastDay, why, changes }: Row, base: ChangeBase, metric: string): string {
  const change = why === null ? changes.find(({ key }) => key === base)?.label : why
  return [name, value === null ? null : `${metric} ${value}`, lastDay, change].filter(Boolean).join(' ')
}
