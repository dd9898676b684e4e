import { type CSSProperties, memo } from 'react'
import { Box } from '@/platform/elements'
import { SPARK, sparkPath } from './spark-path'

const { width, height } = SPARK
const HEAD = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' fill='none' stroke='red' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='`

/** A line of a few days without axes, as the mask of a block that has the ink of data. Decoration: the numbers stand beside it. */
export const Sparkline = memo(function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const path = sparkPath(values)
  if (path === '') return <Box tag="span" className="da-spark da-spark-none" aria-hidden />
  return (
    <Box
      tag="span"
      className="da-spark"
      style={{ '--s': `url("data:image/svg+xml,${HEAD}${path}'/%3E%3C/svg%3E")` } as CSSProperties}
      aria-hidden
    />
  )
})
