import { chartThemes } from '../theme'
import type { Command, Font, Part, Place } from './drawing'
import { fonts, ink, lineOf } from './ink'
import type { ColumnBar, HeatLine, RankRow, Tile } from './picture'
import { fitted, linesOf } from './text-lines'

const theme = chartThemes.light

/** One line of text. */
export const textAt = (
  x: number,
  y: number,
  text: string,
  font: Font,
  more: { fill?: string; align?: 'left' | 'center' | 'right'; angle?: number } = {},
): Command => ({ kind: 'text', x, y, text, font, fill: ink.strong, ...more })

/** Text in as many lines as it needs. */
export function paragraph(text: string, font: Font, fill: string, { x, y, width, measure }: Place): Part {
  const step = lineOf(font)
  const lines = linesOf(text, width, font, measure)
  return {
    commands: lines.map((line, at) => textAt(x, y + step * (at + 0.5), line, font, { fill })),
    height: lines.length * step,
  }
}

/** Two tiles beside each other: label, number, what it is compared with. */
export function tilesPart(tiles: readonly Tile[], { x, y, width, measure }: Place): Part {
  const half = width / 2
  const noteLines = Math.max(0, ...tiles.map(({ notes }) => notes.length))
  const height = lineOf(fonts.label) + lineOf(fonts.value) + noteLines * lineOf(fonts.label) + 12
  const commands = tiles.flatMap(({ label, value, notes }, at) => {
    const left = x + (at % 2) * half
    const top = y + Math.floor(at / 2) * height
    const below = top + lineOf(fonts.label) + lineOf(fonts.value)
    return [
      textAt(left, top + 9, fitted(label, half - 8, fonts.label, measure), fonts.label, { fill: ink.soft }),
      textAt(left, top + 33, value, fonts.value),
      ...notes.map((note, row) =>
        textAt(left, below + lineOf(fonts.label) * (row + 0.5), note, fonts.label, { fill: ink.soft }),
      ),
    ]
  })
  return { commands, height: Math.ceil(tiles.length / 2) * height - 12 }
}

const RANK = 24
const SHARE = 56

/** Ranked rows with their bars. */
export function ranksPart(rows: readonly RankRow[], { x, y, width, measure }: Place): Part {
  const step = 36
  const commands = rows.flatMap(({ rank, name, value, share, ratio }, at): Command[] => {
    const middle = y + at * step + 12
    const right = x + width
    const room = width - RANK - SHARE - measure(value, fonts.strong) - 12
    const bar = { kind: 'box' as const, x: x + RANK, y: middle + 12, height: 4, radius: 2 }
    return [
      textAt(x, middle, rank, fonts.label, { fill: ink.soft }),
      textAt(x + RANK, middle, fitted(name, room, fonts.body, measure), fonts.body),
      textAt(right - SHARE, middle, value, fonts.strong, { align: 'right' }),
      textAt(right, middle, share, fonts.label, { align: 'right', fill: ink.soft }),
      { ...bar, width: width - RANK, fill: theme.dataTrack },
      ...(ratio > 0 ? [{ ...bar, width: Math.max(4, (width - RANK) * Math.min(1, ratio)), fill: theme.data }] : []),
    ]
  })
  return { commands, height: rows.length * step }
}

/** Columns over their labels, each with its number on top. */
export function columnsPart(columns: readonly ColumnBar[], { x, y, width, measure }: Place): Part {
  const tall = 96
  const base = y + 18 + tall
  const each = width / columns.length
  const commands = columns.flatMap(({ label, text, ratio }, at): Command[] => {
    const middle = x + each * (at + 0.5)
    const height = Math.max(2, tall * (ratio ?? 0))
    const bar = Math.min(24, each * 0.6)
    const shape = { kind: 'box' as const, x: middle - bar / 2, y: base - height, width: bar, height, radius: 2 }
    return [
      ...(ratio === null ? [] : [{ ...shape, fill: theme.data }]),
      textAt(middle, base - height - 9, text, fonts.cell, { align: 'center' }),
      textAt(middle, base + 12, fitted(label, each - 2, fonts.cell, measure), fonts.cell, {
        align: 'center',
        fill: ink.soft,
      }),
    ]
  })
  const zero: Command = {
    kind: 'stroke',
    points: [
      [x, base],
      [x + width, base],
    ],
    color: theme.zero,
    width: 1,
  }
  return { commands: [...commands, zero], height: 18 + tall + 22 }
}

/** A table: the first column at the left, numbers at the right. */
export function tablePart(columns: readonly string[], rows: readonly (readonly string[])[], place: Place): Part {
  const { x, y, width, measure } = place
  const step = 26
  const rest = columns.length - 1
  const first = rest === 0 ? width : Math.max(width * 0.28, width - rest * 84)
  const each = rest === 0 ? 0 : (width - first) / rest
  const rightOf = (at: number) => x + first + each * at
  const line = (cells: readonly string[], top: number, isHead: boolean) =>
    cells.map((cell, at) => {
      const font = isHead ? fonts.label : at === 1 ? fonts.strong : fonts.body
      const look = { fill: isHead || at !== 1 ? ink.soft : ink.strong }
      if (at === 0) return textAt(x, top, fitted(cell, first - 8, font, measure), font, look)
      const text = isHead ? fitted(cell, each - 8, font, measure) : cell
      return textAt(rightOf(at), top, text, font, { ...look, align: 'right' })
    })
  const rule = (top: number): Command => ({
    kind: 'stroke',
    points: [
      [x, top],
      [x + width, top],
    ],
    color: ink.line,
    width: 0.5,
  })
  return {
    commands: [
      ...line(columns, y + step / 2, true),
      ...rows.flatMap((row, at) => [rule(y + step * (at + 1)), ...line(row, y + step * (at + 1.5), false)]),
    ],
    height: step * (rows.length + 1),
  }
}

/** Cohorts against the time after, each rate on its step of blue. */
export function heatPart(columns: readonly string[], rows: readonly HeatLine[], place: Place): Part {
  const { x, y, width, measure } = place
  const step = 24
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(text => measure(text, fonts.cell)))
  const name = Math.min(72, widest([columns[0] ?? '', ...rows.map(row => row.name)]) + 4)
  const size = Math.min(64, widest([columns[1] ?? '', ...rows.map(row => row.size)]) + 8)
  const count = Math.max(1, columns.length - 2)
  const each = (width - name - size) / count
  const top = (row: number) => y + step * row
  const head = columns.map((text, at) => {
    const shown = fitted(text, (at === 0 ? name : at === 1 ? size : each) - 2, fonts.cell, measure)
    if (at === 0) return textAt(x, top(0.5), shown, fonts.cell, { fill: ink.soft })
    const right = at === 1 ? x + name + size - 6 : x + name + size + each * (at - 1.5)
    return textAt(right, top(0.5), shown, fonts.cell, { align: at === 1 ? 'right' : 'center', fill: ink.soft })
  })
  const body = rows.flatMap((row, at): Command[] => [
    textAt(x, top(at + 1.5), fitted(row.name, name - 2, fonts.cell, measure), fonts.cell),
    textAt(x + name + size - 6, top(at + 1.5), row.size, fonts.cell, { align: 'right' }),
    ...row.cells.flatMap(({ text, step: heat }, cell): Command[] => {
      const left = x + name + size + each * cell
      const fill = ink.heat[heat - 1]
      const box = {
        kind: 'box' as const,
        x: left + 1,
        y: top(at + 1) + 1,
        width: each - 2,
        height: step - 2,
        radius: 2,
      }
      return [
        ...(fill === undefined ? [] : [{ ...box, fill }]),
        textAt(left + each / 2, top(at + 1.5), text, fonts.cell, {
          align: 'center',
          fill: fill === undefined ? ink.soft : ink.strong,
        }),
      ]
    }),
  ])
  return { commands: [...head, ...body], height: step * (rows.length + 1) }
}
