import type { Font, Measure } from './drawing'

/** Where a text may break: around each CJK sign, behind spaces and slashes; a closing sign stays with what it closes. */
const pieces = (text: string): string[] =>
  text.match(
    /(?:[\u2e80-\u9fff\uff00-\uffef]|[^\s/\u2e80-\u9fff\uff00-\uffef]*[\s/]|[^\s/\u2e80-\u9fff\uff00-\uffef]+)[。，、；：！？）」』”％]*/g,
  ) ?? []

/** The text in lines that fit the width; a word wider than a line is cut by characters. */
export function linesOf(text: string, width: number, font: Font, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  const add = (piece: string) => {
    if (measure(line + piece.trimEnd(), font) <= width) {
      line += piece
      return
    }
    if (line !== '') lines.push(line.trimEnd())
    line = ''
    if (measure(piece.trimEnd(), font) <= width || [...piece].length === 1) line = piece.trimStart()
    else for (const character of piece) add(character)
  }
  for (const piece of pieces(text)) add(piece)
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** The text, cut behind with `…` where it is too wide. For names; a number is never cut. */
export function fitted(text: string, width: number, font: Font, measure: Measure): string {
  if (measure(text, font) <= width) return text
  const characters = [...text]
  while (characters.length > 1 && measure(`${characters.join('')}…`, font) > width) characters.pop()
  return `${characters.join('')}…`
}
