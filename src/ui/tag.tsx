import { Box } from '@/platform/elements'

export interface TagProps {
  text: string
  /** `own` is our own SDK, `warn` asks for attention. */
  tone?: 'plain' | 'own' | 'warn'
}

/** A word in a small box: source, role, what is wrong. */
export function Tag({ text, tone = 'plain' }: TagProps) {
  return (
    <Box tag="span" className={`da-tag da-tag-${tone}`}>
      {text}
    </Box>
  )
}
