import type { ColorMode } from '@/platform/system'

/** Several series or parts in their order; chosen so that they differ for every eye. */
export const seriesColors = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'] as const
export type SeriesColor = (typeof seriesColors)[number]

/** The chart colours of one mode: the tokens of the same name in `src/styles/tokens.css`, which a canvas cannot read. */
export interface ChartTheme extends Record<SeriesColor, string> {
  data: string
  dataSoft: string
  dataTrack: string
  compare: string
  grid: string
  zero: string
  band: string
  label: string
  mark: string
  markFill: string
  card: string
}

export const chartThemes: Readonly<Record<ColorMode, ChartTheme>> = {
  light: {
    data: '#2f6bdc',
    dataSoft: 'rgba(47, 107, 220, 0.06)',
    dataTrack: 'rgba(47, 107, 220, 0.1)',
    compare: 'rgba(0, 0, 0, 0.45)',
    grid: 'rgba(0, 0, 0, 0.07)',
    zero: 'rgba(0, 0, 0, 0.28)',
    band: 'rgba(0, 0, 0, 0.035)',
    label: 'rgba(0, 0, 0, 0.55)',
    mark: 'rgba(0, 0, 0, 0.3)',
    markFill: '#f7f7f7',
    card: '#ffffff',
    c1: '#2f6bdc',
    c2: '#dc7c0f',
    c3: '#2aa696',
    c4: '#a6457f',
    c5: '#7c6604',
    c6: '#672ba4',
    c7: '#314051',
    c8: '#6f1d04',
  },
  dark: {
    data: '#6c9eff',
    dataSoft: 'rgba(108, 158, 255, 0.08)',
    dataTrack: 'rgba(108, 158, 255, 0.13)',
    compare: 'rgba(255, 255, 255, 0.45)',
    grid: 'rgba(255, 255, 255, 0.07)',
    zero: 'rgba(255, 255, 255, 0.3)',
    band: 'rgba(255, 255, 255, 0.035)',
    label: 'rgba(255, 255, 255, 0.55)',
    mark: 'rgba(255, 255, 255, 0.3)',
    markFill: '#232323',
    card: '#191919',
    c1: '#6c9eff',
    c2: '#f3993e',
    c3: '#8bf3e9',
    c4: '#a9436e',
    c5: '#ffd86e',
    c6: '#7f5ad0',
    c7: '#abb3bc',
    c8: '#c37558',
  },
}

/** Which token each colour repeats. */
export const themeTokens: Readonly<Record<keyof ChartTheme, string>> = {
  data: '--data',
  dataSoft: '--data-soft',
  dataTrack: '--data-track',
  compare: '--compare',
  grid: '--grid',
  zero: '--zero',
  band: '--band',
  label: '--fg-1',
  mark: '--fg-2',
  markFill: '--bg-inset',
  card: '--bg-card',
  c1: '--c1',
  c2: '--c2',
  c3: '--c3',
  c4: '--c4',
  c5: '--c5',
  c6: '--c6',
  c7: '--c7',
  c8: '--c8',
}
