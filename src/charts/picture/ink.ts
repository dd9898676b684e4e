import type { Font } from './drawing'

/** Tokens of the light theme (`src/styles/tokens.css`), which a canvas cannot read: a shared picture is always light. */
export const ink = {
  page: '#ededed',
  card: '#ffffff',
  strong: 'rgba(0, 0, 0, 0.9)',
  soft: 'rgba(0, 0, 0, 0.55)',
  line: 'rgba(0, 0, 0, 0.1)',
  well: '#f7f7f7',
  mark: 'rgba(0, 0, 0, 0.06)',
  heat: ['#eff5fe', '#d9e6fd', '#c4d8fb', '#aecaf9', '#99bbf6', '#84adf3', '#6f9ef0'],
} as const

/** Which token each ink repeats. */
export const inkTokens = {
  page: '--bg-page',
  card: '--bg-card',
  strong: '--fg-0',
  soft: '--fg-1',
  line: '--line',
  well: '--bg-inset',
} as const

const font = (size: number, weight: Font['weight'] = 400): Font => ({ size, weight })

export const fonts = {
  title: font(22, 600),
  value: font(20, 600),
  head: font(15, 600),
  body: font(14),
  strong: font(14, 600),
  label: font(12),
  tick: font(11),
  cell: font(10),
} as const

/** px between a card's edge and what is in it. */
export const PAD = 12
/** px of a line of text, by its size. */
export const lineOf = ({ size }: Font): number => Math.round(size * 1.45)
