/** Charts know series, not endpoints. */
export type { AxisLanguage } from './axis-text'
export type { AxisUnit } from './scale'
export { type ReadOut, TrendChart, type TrendChartProps } from './trend-chart'
export type { PointState, TrendPoint, TrendSeries } from './trend-model'
export type { TrendMark } from './trend-option'
export { TrendSkeleton } from './trend-skeleton'
