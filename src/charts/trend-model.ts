/** How sure a point is; `provisional` may still be corrected by WeChat. */
export type PointState = 'final' | 'provisional' | 'missing'

export interface TrendPoint {
  /** Below the axis: `07-14`. */
  label: string
  /** null = not known: a gap in the line. */
  value: number | null
  state?: PointState
  /** Weekend or holiday: shaded. */
  band?: boolean
  /** WeChat corrected it later: hollow dot. */
  revised?: boolean
}

export interface TrendSeries {
  /** In the legend: `最近30天`. */
  label: string
  points: readonly TrendPoint[]
  /** Indexes that carry a label below the axis; round steps where it says nothing. */
  ticks?: readonly number[]
  /** Where the last point ends, when a point is a stretch of time: `24:00`; the axis then reaches that far. */
  end?: string
}

export interface TrendLines {
  /** Sure values; null where the dotted line or a gap is. */
  solid: (number | null)[]
  /** Provisional values and the sure neighbour that each hangs on. */
  dotted: (number | null)[]
  /** Known points without a known neighbour: no line shows them, so a dot does. */
  alone: number[]
}

/** The solid line, its dotted stretches and its lonely points. */
export function trendLines(points: readonly TrendPoint[]): TrendLines {
  const unsure = (at: number) => points[at]?.state === 'provisional' && points[at]?.value != null
  const known = (at: number) => points[at]?.value != null
  return {
    solid: points.map((point, at) => (unsure(at) ? null : point.value)),
    dotted: points.map((point, at) => (unsure(at) || unsure(at - 1) || unsure(at + 1) ? point.value : null)),
    alone: points.flatMap((_, at) => (known(at) && !known(at - 1) && !known(at + 1) ? [at] : [])),
  }
}

/** The point read out before anything is touched: the last one with a value, else the last. */
export function restingIndex(points: readonly TrendPoint[]): number {
  for (let at = points.length - 1; at >= 0; at--) if (points[at]?.value != null) return at
  return Math.max(0, points.length - 1)
}
