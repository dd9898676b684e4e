import { Box } from '@/platform/elements'
import { Missing } from './missing'

export interface ChangeProps {
  /** `none` when it cannot be told: then `text` is `--` and `onWhy` tells why. */
  direction: 'up' | 'down' | 'flat' | 'none'
  /** Without sign: the arrow is the sign. `3.2%`, `>999%`, `1.2个百分点`, `新增`, `持平`, `--`. */
  text: string
  /** `较前一天增长3.2%`. */
  label: string
  onWhy?: (() => void) | undefined
}

/** A change against a base: arrow and amount. The colour says direction, not praise. */
export function Change({ direction, text, label, onWhy }: ChangeProps) {
  if (direction === 'none') {
    return (
      <Box tag="span" className="da-ch">
        <Missing text={text} label={label} onPress={onWhy} />
      </Box>
    )
  }
  return (
    <Box tag="span" className={`da-ch da-ch-${direction}`} role="img" aria-label={label}>
      {text}
    </Box>
  )
}
