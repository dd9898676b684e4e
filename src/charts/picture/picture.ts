import type { AxisLanguage } from '../axis-text'
import type { AxisUnit } from '../scale'
import type { SeriesColor } from '../theme'

export interface Tile {
  label: string
  value: string
  /** `日 +3.2%`, one a line. */
  notes: readonly string[]
}

export interface PlotLine {
  name: string
  /** One a place; null is a gap. */
  values: readonly (number | null)[]
  color: SeriesColor | 'compare'
  /** Points that WeChat corrected later: hollow. */
  hollow?: readonly number[]
}

export interface RankRow {
  rank: string
  name: string
  value: string
  share: string
  /** Bar, 0 to 1. */
  ratio: number
}

export interface ColumnBar {
  label: string
  text: string
  /** 0 to 1; null = not known. */
  ratio: number | null
}

export interface HeatLine {
  name: string
  size: string
  cells: readonly { text: string; step: number }[]
}

interface Titled {
  title?: string
  /** At the right of the title: `合计 142,664`. */
  note?: string
}

/** What a card of the picture shows. */
export type Block = Titled &
  (
    | { kind: 'tiles'; tiles: readonly Tile[] }
    | {
        kind: 'plot'
        lines: readonly PlotLine[]
        labels: readonly string[]
        /** Places that are shaded: weekends and holidays. */
        bands: readonly number[]
        unit: AxisUnit
        language: AxisLanguage
      }
    | { kind: 'ranks'; rows: readonly RankRow[] }
    | { kind: 'columns'; columns: readonly ColumnBar[] }
    | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] }
    | { kind: 'heat'; columns: readonly string[]; rows: readonly HeatLine[] }
    | { kind: 'words'; text: string }
  )

/** A report as it is shared: everything that a reader without the app needs to know stands on it. */
export interface Picture {
  app: string
  /** `来源分析` */
  title: string
  /** `06-15 – 07-14 · 30天` */
  line: string
  /** `官方 · 10:42 更新` */
  standing: string
  blocks: readonly Block[]
  /** Each metric on the picture and what it means: `打开次数：…`. */
  definitions: readonly string[]
  /** Who looked: across the picture and in its last line. */
  viewer: string
  /** `数据助手 · 访客 · 2026-07-15 10:46` */
  signature: string
}
