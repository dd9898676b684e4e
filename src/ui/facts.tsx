import { Box } from '@/platform/elements'

export interface FormulaProps {
  /** In words: `总停留时长 ÷ 打开次数`. */
  title: string
  /** With the numbers of the day. */
  text: string
  note?: string
}

/** How a metric is counted, with today's numbers. */
export function Formula({ title, text, note }: FormulaProps) {
  return (
    <Box className="da-formula">
      <Box className="da-note">{title}</Box>
      <Box className="da-formula-v">{text}</Box>
      {note ? <Box className="da-note">{note}</Box> : null}
    </Box>
  )
}

/** Names and what they stand for. */
export function KeyValues({ rows }: { rows: readonly { key: string; value: string }[] }) {
  return (
    <Box className="da-kv">
      {rows.flatMap(({ key, value }) => [
        <Box tag="span" className="da-kv-k" key={key}>
          {key}
        </Box>,
        <Box tag="span" key={`${key}-value`}>
          {value}
        </Box>,
      ])}
    </Box>
  )
}

/** A paragraph in a sheet or card. */
export function Paragraph({ text }: { text: string }) {
  return (
    <Box tag="p" className="da-sheet-p">
      {text}
    </Box>
  )
}

/** A small grey remark. */
export function Note({ text }: { text: string }) {
  return (
    <Box tag="p" className="da-note">
      {text}
    </Box>
  )
}
