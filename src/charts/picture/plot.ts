import { type AxisLanguage, axisText } from '../axis-text'
import { type AxisUnit, scaleFor } from '../scale'
import { chartThemes } from '../theme'
import { textAt } from './blocks'
import type { Command, Part, Place, Point } from './drawing'
import { fonts, ink } from './ink'
import type { PlotLine } from './picture'

const theme = chartThemes.light
const TALL = 168
const AXIS = 44
const LEGEND = 22

export interface PlotInput {
  lines: readonly PlotLine[]
  labels: readonly string[]
  bands: readonly number[]
  unit: AxisUnit
  language: AxisLanguage
}

/** Lines over time, zero drawn, gaps left open; nothing but its axis where no value is known. */
export function plotPart({ lines, labels, bands, unit, language }: PlotInput, { x, y, width, measure }: Place): Part {
  const scale = scaleFor(
    lines.flatMap(({ values }) => values),
    unit,
  )
  if (scale === null) return { commands: [], height: 0 }
  const { min, max, step } = scale
  const [left, top, bottom] = [x + AXIS, y + 8, y + 8 + TALL]
  const room = width - AXIS - 8
  const places = Math.max(1, labels.length - 1)
  const acrossAt = (at: number) => (labels.length === 1 ? left + room / 2 : left + (room * at) / places)
  const upAt = (value: number) => bottom - (TALL * (value - min)) / (max - min)
  const isOne = lines.filter(({ color }) => color !== 'compare').length === 1
  const grid = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, at) => min + at * step)
  const half = room / places / 2
  const shade = bands.map((at): Command => {
    const from = Math.max(left, acrossAt(at) - half)
    const to = Math.min(left + room, acrossAt(at) + half)
    return { kind: 'box', x: from, y: top, width: to - from, height: TALL, fill: theme.band }
  })
  const rules = grid.flatMap((value): Command[] => [
    {
      kind: 'stroke',
      points: [
        [left, upAt(value)],
        [left + room, upAt(value)],
      ],
      color: Math.abs(value) < step / 2 ? theme.zero : theme.grid,
      width: 1,
    },
    textAt(left - 6, upAt(value), axisText(value, unit, language), fonts.tick, { align: 'right', fill: ink.soft }),
  ])
  const drawn = [...lines]
    .reverse()
    .flatMap(line => lineCommands(line, acrossAt, upAt, line.color === 'c1' && isOne ? upAt(0) : null))
  return {
    commands: [...shade, ...rules, ...drawn, ...ticks(labels, acrossAt, bottom + 12), ...legend()],
    height: 8 + TALL + 22 + (lines.length > 1 ? legendRows().length * LEGEND : 0),
  }

  function legendRows(): { line: PlotLine; x: number }[][] {
    const rows: { line: PlotLine; x: number }[][] = [[]]
    let at = x
    for (const line of lines) {
      const needed = 24 + measure(line.name, fonts.label) + 14
      if (at > x && at + needed > x + width) {
        rows.push([])
        at = x
      }
      rows.at(-1)?.push({ line, x: at })
      at += needed
    }
    return rows
  }

  function legend(): Command[] {
    if (lines.length < 2) return []
    return legendRows().flatMap((row, at) =>
      row.flatMap(({ line, x: from }): Command[] => {
        const middle = bottom + 22 + LEGEND * (at + 0.5)
        const look = { color: theme[line.color], width: 2, ...(line.color === 'compare' ? { dash: [4, 3] } : {}) }
        return [
          {
            kind: 'stroke',
            points: [
              [from, middle],
              [from + 18, middle],
            ],
            ...look,
          },
          textAt(from + 24, middle, line.name, fonts.label, { fill: ink.soft }),
        ]
      }),
    )
  }
}

/** Runs of neighbouring known values. */
export function runsOf(values: readonly (number | null)[]): { at: number; value: number }[][] {
  const runs: { at: number; value: number }[][] = []
  values.forEach((value, at) => {
    if (value === null) return
    if (at === 0 || values[at - 1] === null || runs.length === 0) runs.push([])
    runs.at(-1)?.push({ at, value })
  })
  return runs
}

function lineCommands(
  { values, color, hollow = [] }: PlotLine,
  acrossAt: (at: number) => number,
  upAt: (value: number) => number,
  /** The zero line, down to which the plot is filled; null = not filled. */
  base: number | null,
): Command[] {
  const paint = theme[color]
  const isCompared = color === 'compare'
  const point = ({ at, value }: { at: number; value: number }): Point => [acrossAt(at), upAt(value)]
  const runs = runsOf(values)
  const strokes = runs.flatMap((run): Command[] => {
    const points = run.map(point)
    const [first] = points
    if (first === undefined) return []
    const [last] = points.slice(-1)
    if (points.length === 1 || last === undefined)
      return [{ kind: 'dot', x: first[0], y: first[1], radius: 2.5, fill: paint }]
    const stroke: Command = { kind: 'stroke', points, color: paint, width: isCompared ? 1.5 : 2 }
    if (isCompared) return [{ ...stroke, dash: [4, 3] }]
    if (base === null) return [stroke]
    const under: Point[] = [...points, [last[0], base], [first[0], base]]
    return [{ kind: 'area', points: under, fill: theme.dataSoft }, stroke]
  })
  const last = runs.at(-1)?.at(-1)
  const end: Command[] =
    last === undefined || isCompared
      ? []
      : [{ kind: 'dot', x: acrossAt(last.at), y: upAt(last.value), radius: 3.5, fill: paint }]
  const rings = hollow.flatMap((at): Command[] => {
    const value = values[at] ?? null
    if (value === null) return []
    return [{ kind: 'dot', x: acrossAt(at), y: upAt(value), radius: 3.5, fill: ink.card, ring: paint }]
  })
  return [...strokes, ...end, ...rings]
}

/** First, last and at most three labels between them. */
function ticks(labels: readonly string[], acrossAt: (at: number) => number, y: number): Command[] {
  const last = labels.length - 1
  const count = Math.min(5, labels.length)
  const chosen = new Set(Array.from({ length: count }, (_, at) => Math.round((last * at) / Math.max(1, count - 1))))
  return [...chosen].map(at =>
    textAt(acrossAt(at), y, labels[at] ?? '', fonts.tick, {
      align: last === 0 ? 'center' : at === 0 ? 'left' : at === last ? 'right' : 'center',
      fill: ink.soft,
    }),
  )
}
