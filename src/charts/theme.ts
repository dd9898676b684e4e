import type { ColorMode } from '@/platform/system'

/** The chart colours of one mode: the tokens of the same name in `src/styles/tokens.css`, which a canvas cannot read. */
export interface ChartTheme {
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
}
