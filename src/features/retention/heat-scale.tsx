import { Box } from '@/platform/elements'

const STEPS = [1, 2, 3, 4, 5, 6, 7]

/** What the seven steps of the heat table run from and to. */
export function HeatScale({ most }: { most: string }) {
  return (
    <Box className="da-scale-bar" aria-hidden>
      0%
      {STEPS.map(step => (
        <Box tag="span" className={`da-scale-i da-heat-${step}`} key={step} />
      ))}
      {most}
    </Box>
  )
}
