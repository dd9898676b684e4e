import { Box } from '@/platform/elements'

export interface SkeletonProps {
  /** px, or a CSS length. */
  width: number | string
  /** px */
  height: number
  /** px above and below. */
  space?: number
}

/** A block where a value will stand. Labels and axes around it are real. */
export function Skeleton({ width, height, space = 0 }: SkeletonProps) {
  return (
    <Box
      tag="span"
      className="da-sk"
      style={{ width: typeof width === 'number' ? `${width}px` : width, height: `${height}px`, margin: `${space}px 0` }}
      aria-hidden
    />
  )
}

/** Rows of a list or table that are being read: each one element, its two blocks drawn by the style. */
export function SkeletonRows({ count, label }: { count: number; label: string }) {
  return (
    <Box aria-busy aria-label={label} role="status">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have no other identity
        <Box className="da-sk-row" key={at} />
      ))}
    </Box>
  )
}
