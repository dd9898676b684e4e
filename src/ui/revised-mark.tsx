import { Box, Tap } from '@/platform/elements'

export interface RevisedMarkProps {
  text: string
  /** The whole sentence for a screen reader. */
  label: string
  onPress: () => void
}

/** The hollow dot of the charts: WeChat changed a number later; a tap tells which. */
export function RevisedMark({ text, label, onPress }: RevisedMarkProps) {
  return (
    <Tap className="da-revised da-reach" aria-label={label} onPress={onPress}>
      <Box tag="span" className="da-revised-dot" />
      {text}
    </Tap>
  )
}
