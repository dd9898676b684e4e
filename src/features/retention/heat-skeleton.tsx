import { Box } from '@/platform/elements'

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8]

/** The heat table's own shape while its numbers are read: each row one element, its cells drawn by the style. */
export function HeatSkeleton({ label }: { label: string }) {
  return (
    <Box role="status" aria-busy aria-label={label}>
      {ROWS.map(row => (
        <Box className="da-sk-heat" key={row} />
      ))}
    </Box>
  )
}
