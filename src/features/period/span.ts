import type { Range, Span } from '../../lib/periods'
import { choose, useReportChoice } from '../choices/store'

/** The span that every report of an app shares; 用户趋势 keeps it. */
export const useSpan = (appid: string): Span => useReportChoice(appid, 'trend').span

export const chooseSpan = (appid: string, span: Span): void => choose(appid, 'trend', { span })

/** What a span is kept under on the device: presets without their days, so that tomorrow's opening finds today's view. */
export const spanName = (span: Span): string => (span.preset === 'custom' ? `${span.from}_${span.to}` : span.preset)

/** Whether a range holds more than one day, over which people may not simply be counted. */
export const isSeveralDays = ({ from, to }: Range): boolean => from !== to
