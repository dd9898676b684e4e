import type { ReactNode } from 'react'
import { Box, Tap } from '@/platform/elements'
import { tellsEachCell } from '@/platform/system'
import { Change, type ChangeProps } from './change'
import { classNames } from './class-names'
import { Missing } from './missing'
import { plainValue, type ValueParts, valueContent } from './value-text'

export interface MetricCardProps {
  /** `打开次数`. */
  label: string
  /** null = not known. Never a zero in its place. */
  value: ValueParts | null
  /** 日 / 周 / 月, each with its change; `name` is one short word. */
  changes: { name: string; change: ChangeProps }[]
  labels: {
    /** `打开次数的定义` */
    definition: string
    /** `看打开次数的趋势` */
    trend: string
    /** `缺失，点按看原因` */
    missing: string
  }
  /** A tap on the label. */
  onLabel: () => void
  /** A tap anywhere else; absent = nothing. */
  onPress?: (() => void) | undefined
  /** A tap on `--`. */
  onMissing?: (() => void) | undefined
  /** Shown in the chart beside it (wide). */
  selected?: boolean
  /** Draw blocks in place of the values; ignored once a value is known. */
  loading?: boolean
}

/** Millions fill half a narrow phone, ten millions with their commas are too wide for it at full size. */
function widthClass(value: ValueParts | null) {
  const length = value === null ? 0 : plainValue(value).length
  return length > 9 ? 'da-mc-long' : length === 9 && 'da-mc-full'
}

/** One number with its three changes. The blocks of a blank card are drawn by the style: its elements stay, and only words are sent when they come. */
export function MetricCard(props: MetricCardProps) {
  const { label, value, changes, labels, onLabel, onPress, onMissing, selected, loading } = props
  const blank = loading && value === null
  return (
    <Box
      className={classNames('da-mc', selected && 'da-mc-on', blank && 'da-mc-blank')}
      role="group"
      aria-label={label}
      aria-busy={blank}
    >
      {onPress ? (
        <Tap
          className="da-mc-hit"
          aria-label={value === null || !tellsEachCell ? labels.trend : `${labels.trend} ${plainValue(value)}`}
          aria-pressed={selected}
          onPress={onPress}
        />
      ) : null}
      <Tap className="da-mc-l" aria-label={labels.definition} onPress={onLabel}>
        {label}
      </Tap>
      <Box tag="span" className={classNames('da-mc-v', widthClass(value))}>
        {value !== null ? valueContent(value) : blank ? null : <Missing label={labels.missing} onPress={onMissing} />}
      </Box>
      <Box tag="span" className="da-mc-c">
        {changes.map(({ name, change }) => (
          <Box tag="span" className="da-mc-one" key={name}>
            {name}
            {blank ? null : <Change {...change} />}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

/** Two in a row on a phone, five when wide. */
export function MetricGrid({ children, label, busy }: { children: ReactNode; label?: string; busy?: boolean }) {
  return (
    <Box className="da-mgrid" aria-label={label} aria-busy={busy} role="group">
      {children}
    </Box>
  )
}
