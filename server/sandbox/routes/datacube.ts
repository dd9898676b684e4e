import type { TrafficSource } from '../traffic/source.ts'
import type { Endpoint } from '../wire/api.ts'
import { callingApp, jsonObject, permit } from '../wire/checks.ts'
import { Refusal } from '../wire/errors.ts'
import { dateWindow, type Span, type Window } from './date-rules.ts'

/** Checks in the order of the platform, then one report. */
function report(span: Span, read: (source: TrafficSource, window: Window) => Record<string, unknown>): Endpoint {
  return (exchange, platform) => {
    const app = callingApp(exchange, platform)
    const body = jsonObject(exchange)
    if (app.kind === 'minigame') throw new Refusal(61502)
    if (app.kind === 'official') throw new Refusal(48001)
    permit(app, exchange.path)
    const window = dateWindow(body, span, app, exchange.at)
    return () => read(platform.source(app), window)
  }
}

/** The ten mini program reports by the last part of their path. */
export const datacubeReports: Readonly<Record<string, Endpoint>> = {
  getweanalysisappiddailysummarytrend: report('daily', (source, { from }) => source.summary(from)),
  getweanalysisappiddailyvisittrend: report('daily', (source, { from, to }) => source.visitTrend('daily', from, to)),
  getweanalysisappidweeklyvisittrend: report('weekly', (source, { from, to }) => source.visitTrend('weekly', from, to)),
  getweanalysisappidmonthlyvisittrend: report('monthly', (source, { from, to }) =>
    source.visitTrend('monthly', from, to),
  ),
  getweanalysisappidvisitdistribution: report('daily', (source, { from }) => source.distribution(from)),
  getweanalysisappiddailyretaininfo: report('daily', (source, { from, to, until }) =>
    source.retention('daily', from, to, until),
  ),
  getweanalysisappidweeklyretaininfo: report('weekly', (source, { from, to, until }) =>
    source.retention('weekly', from, to, until),
  ),
  getweanalysisappidmonthlyretaininfo: report('monthly', (source, { from, to, until }) =>
    source.retention('monthly', from, to, until),
  ),
  getweanalysisappidvisitpage: report('daily', (source, { from }) => source.pages(from)),
  getweanalysisappiduserportrait: report('portrait', (source, { from, to }) => source.portrait(from, to)),
}
