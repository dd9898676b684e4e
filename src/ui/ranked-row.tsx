import { Box, Tap } from '@/platform/elements'
import { Bar } from './bar'
import { classNames } from './class-names'

export interface RankedRowProps {
  /** `1`; empty for the rest. */
  rank: string
  name: string
  /** The whole path where `name` is shortened. */
  fullName?: string
  value: string
  /** Of the stated total: `32.2%`. */
  share?: string
  /** Bar, 0 to 1, against the first row. */
  ratio: number
  /** `其余 n 个`. */
  dim?: boolean
  label?: string
  onPress?: (() => void) | undefined
}

/** Rank, name, count, share and bar. */
export function RankedRow({ rank, name, fullName, value, share, ratio, dim, label, onPress }: RankedRowProps) {
  const className = classNames('da-rk', dim && 'da-rk-dim')
  const inside = (
    <>
      <Box tag="span" className="da-rk-no">
        {rank}
      </Box>
      <Box tag="span" className="da-rk-nm" title={fullName}>
        {name}
      </Box>
      <Box tag="span" className="da-rk-vl">
        {value}
        {share === undefined ? null : (
          <Box tag="span" className="da-rk-sh">
            {share}
          </Box>
        )}
      </Box>
      <Bar ratio={ratio} />
    </>
  )
  return onPress ? (
    <Tap className={className} aria-label={label} onPress={onPress}>
      {inside}
    </Tap>
  ) : (
    <Box className={className} aria-label={label}>
      {inside}
    </Box>
  )
}
