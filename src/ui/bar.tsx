import { Box } from '@/platform/elements'

/** A bar on its track, 0 to 1: one element, since lists have many. */
export function Bar({ ratio }: { ratio: number }) {
  const percent = Math.round(Math.min(1, Math.max(0, ratio)) * 1000) / 10
  return <Box tag="span" className="da-rk-bar" style={{ backgroundSize: `${percent}% 100%` }} />
}
