import { Box } from '@/platform/elements'

/** A number in parts, so that units (分 秒 万) are drawn smaller: `[['3'], ['分', 'unit'], …]`. */
export type ValueParts = string | readonly { text: string; unit?: boolean }[]

/** A number with its units at 54 %. */
function ValueText({ value }: { value: ValueParts }) {
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

/** What stands in an element of its own: plain where no unit is drawn smaller, so that a phone is sent one element and not two. */
export const valueContent = (value: ValueParts) =>
  typeof value !== 'string' && value.some(({ unit }) => unit) ? <ValueText value={value} /> : plainValue(value)

/** The same as one string. */
export function plainValue(value: ValueParts): string {
  return typeof value === 'string' ? value : value.map(part => part.text).join('')
}
