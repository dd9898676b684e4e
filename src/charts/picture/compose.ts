import { columnsPart, heatPart, paragraph, ranksPart, tablePart, textAt, tilesPart } from './blocks'
import type { Command, Drawing, Measure, Part, Place } from './drawing'
import { fonts, ink, PAD } from './ink'
import type { Block, Picture } from './picture'
import { plotPart } from './plot'
import { fitted } from './text-lines'

/** px: a wide phone. */
export const PICTURE_WIDTH = 420
const GUTTER = 12
const GAP = 8
const TILT = -Math.PI / 9

function contentOf(block: Block, place: Place): Part {
  switch (block.kind) {
    case 'tiles':
      return tilesPart(block.tiles, place)
    case 'plot':
      return plotPart(block, place)
    case 'ranks':
      return ranksPart(block.rows, place)
    case 'columns':
      return columnsPart(block.columns, place)
    case 'table':
      return tablePart(block.columns, block.rows, place)
    case 'heat':
      return heatPart(block.columns, block.rows, place)
    case 'words':
      return paragraph(block.text, fonts.body, ink.soft, place)
  }
}

/** A white card with its title and what is in it. */
function card(block: Block, y: number, measure: Measure): Part {
  const [x, width] = [GUTTER + PAD, PICTURE_WIDTH - 2 * (GUTTER + PAD)]
  const hasTitle = block.title !== undefined || block.note !== undefined
  const note = block.note ?? ''
  const room = width - measure(note, fonts.label) - 12
  const head: Command[] = hasTitle
    ? [
        textAt(x, y + PAD + 10, fitted(block.title ?? '', room, fonts.head, measure), fonts.head),
        textAt(x + width, y + PAD + 10, note, fonts.label, { align: 'right', fill: ink.soft }),
      ]
    : []
  const top = y + PAD + (hasTitle ? 28 : 0)
  const content = contentOf(block, { x, y: top, width, measure })
  const height = top - y + content.height + PAD
  const box: Command = {
    kind: 'box',
    x: GUTTER,
    y,
    width: PICTURE_WIDTH - 2 * GUTTER,
    height,
    fill: ink.card,
    radius: 12,
  }
  return { commands: [box, ...head, ...content.commands], height }
}

function header({ app, title, line, standing }: Picture, measure: Measure): Part {
  const [x, width] = [GUTTER + PAD, PICTURE_WIDTH - 2 * (GUTTER + PAD)]
  const name = paragraph(app, fonts.head, ink.strong, { x, y: 20, width, measure })
  const at = 20 + name.height
  const under = paragraph(`${line} · ${standing}`, fonts.label, ink.soft, { x, y: at + 36, width, measure })
  return {
    commands: [...name.commands, textAt(x, at + 18, title, fonts.title), ...under.commands],
    height: at + 36 + under.height + 10,
  }
}

function footer({ definitions, signature }: Picture, y: number, measure: Measure): Part {
  const [x, width] = [GUTTER + PAD, PICTURE_WIDTH - 2 * (GUTTER + PAD)]
  const commands: Command[] = []
  let top = y + 10
  for (const text of [...definitions, signature]) {
    const part = paragraph(text, fonts.tick, ink.soft, { x, y: top, width, measure })
    commands.push(...part.commands)
    top += part.height + 4
  }
  return { commands, height: top - y + 12 }
}

/** The viewer's name across the whole picture, pale enough to read through. */
function watermark(name: string, height: number, measure: Measure): Command[] {
  const across = measure(name, fonts.head) + 64
  const down = 96
  const rows = Math.ceil(height / down) + 1
  const columns = Math.ceil(PICTURE_WIDTH / across) + 2
  return Array.from({ length: rows * columns }, (_, at) => {
    const row = Math.floor(at / columns)
    const x = (at % columns) * across - (row % 2) * (across / 2)
    return textAt(x, row * down + 40, name, fonts.head, { fill: ink.mark, angle: TILT })
  })
}

/** Lays a report out as a picture: head, one card a block, definitions, who looked and when. */
export function compose(picture: Picture, measure: Measure): Drawing {
  const head = header(picture, measure)
  const commands = [...head.commands]
  let y = head.height
  for (const block of picture.blocks) {
    const part = card(block, y, measure)
    commands.push(...part.commands)
    y += part.height + GAP
  }
  const foot = footer(picture, y - GAP, measure)
  const height = Math.ceil(y - GAP + foot.height)
  const page: Command = { kind: 'box', x: 0, y: 0, width: PICTURE_WIDTH, height, fill: ink.page }
  return {
    width: PICTURE_WIDTH,
    height,
    commands: [page, ...commands, ...foot.commands, ...watermark(picture.viewer, height, measure)],
  }
}
