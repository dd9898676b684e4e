import { Box } from '@/platform/elements'

/** A number in parts, so that units (分 秒 万) are drawn smaller: `[['3'], ['分', 'unit'], …]`. */
export type ValueParts = string | readonly { text: string; unit?: boolean }[]

/** A number with its units at 54 %. */
export function ValueText({ value }: { value: ValueParts }) {
  if (typeof value === 'string') return <>{value}</>
  return (
    <>
      {value.map((part, at) =>
        part.unit ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move
          <Box tag="span" className="da-unit" key={at}>
            {part.text}
          </Box>
        ) : (
          part.text
        ),
      )}
    </>
  )
}

/** The same as one string. */
export function plainValue(value: ValueParts): string {
  return typeof value === 'string' ? value : value.map(part => part.text).join('')
}
