import { Box } from '@/platform/elements'
import { Skeleton } from '@/ui/skeleton'

export interface TrendSkeletonProps {
  /** As the chart that comes. */
  height?: number
  label: string
}

/** The chart's own shape while its numbers are read: grid and zero are real. */
export function TrendSkeleton({ height = 192, label }: TrendSkeletonProps) {
  return (
    <Box role="status" aria-busy aria-label={label}>
      <Box className="da-read">
        <Skeleton width={136} height={20} space={4} />
      </Box>
      <Box className="da-plot" style={{ minHeight: `${height}px` }}>
        <Box className="da-plot-grid" />
      </Box>
    </Box>
  )
}
