import { Box } from '@/platform/elements'
import { Skeleton } from '@/ui'

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8]
const CELLS = [1, 2, 3, 4, 5]

/** The heat table's own shape while its numbers are read. */
export function HeatSkeleton({ label }: { label: string }) {
  return (
    <Box role="status" aria-busy aria-label={label}>
      {ROWS.map(row => (
        <Box className="da-heat-row" key={row}>
          <Box className="da-heat-cell">
            <Skeleton width={40} height={14} />
          </Box>
          {CELLS.map(cell => (
            <Box className="da-heat-cell" key={cell}>
              <Skeleton width="90%" height={26} />
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  )
}
