import { after, app, at, inApp, type Scene, STRANGER, sheet, tap } from './scene.ts'

const RANGE = tap('.da-step-t')
const DEFINITION = tap('.da-ct-info')
const COMPARE = tap('.da-step + .da-dk')
const SECOND_CHOICE = tap('.da-page .da-seg-b:nth-child(2)')
const OPEN_ROW = tap('.da-pg-hit')
const SOURCE = tap('.da-tag-pick')
const OWN = [SOURCE, tap('.da-sheet .da-pick:last-child')]
const LATER = tap('.da-step-b:last-child')
const TODAY = [RANGE, tap('.da-sheet .da-seg-b:first-child'), tap('.da-sheet .da-btn-primary')]

/** Every report in every state, and what opens on it. */
export const reportScenes: readonly Scene[] = [
  ...inApp('overview', '/reports/overview/index'),
  { ...after('overview-late', 'overview'), path: `/reports/overview/index?appid=${app.late.appid}` },
  after('overview-entry', 'overview', tap('.da-ct .da-seg-b:last-child:nth-child(2)')),
  sheet('overview-metrics', 'overview', tap('.da-ct-pick')),
  sheet('overview-definition', 'overview', tap('.da-mc-l')),
  sheet('overview-fresh', 'overview', tap('.da-fresh')),
  sheet('overview-day', 'overview', RANGE),
  sheet('overview-range', 'overview', tap('.da-ct .da-seg-b:nth-child(3)')),
  sheet('overview-switch', 'overview', tap('.da-nav-app')),

  ...inApp('trend', '/reports/trend/index'),
  after('trend-compared', 'trend', COMPARE),
  after('trend-week', 'trend', SECOND_CHOICE),
  sheet('trend-range', 'trend', RANGE),

  ...inApp('sources', '/reports/sources/index'),
  after('sources-people', 'sources', SECOND_CHOICE),
  after('sources-all', 'sources', tap('.da-card .da-link')),
  sheet('sources-day', 'sources', tap('.da-rk')),
  sheet('sources-definition', 'sources', DEFINITION),
  sheet('sources-range', 'sources', RANGE),

  sheet('sources-source', 'sources', SOURCE),
  sheet('sources-reconcile', 'sources', SOURCE, tap('.da-sheet .da-btn-block')),

  ...['overview', 'trend', 'sources', 'engagement', 'pages', 'retention', 'portrait'].map(report =>
    after(`${report}-own`, report, ...OWN),
  ),

  after('overview-today', 'overview', ...OWN, LATER),
  after('trend-today', 'trend', ...OWN, LATER),
  ...['sources', 'engagement', 'pages', 'retention'].map(report => after(`${report}-today`, report, ...OWN, ...TODAY)),
  sheet('trend-days', 'trend', ...OWN, RANGE),

  ...inApp('engagement', '/reports/engagement/index'),
  sheet('engagement-definition', 'engagement', DEFINITION),
  sheet('engagement-mean', 'engagement', tap('.da-sum-l')),

  ...inApp('pages', '/reports/pages/index'),
  after('pages-row', 'pages', OPEN_ROW),
  after('pages-none', 'pages', { type: at('.da-search .da-input'), text: 'zzzz' }),
  sheet('pages-sort', 'pages', tap('.da-tools .da-btn')),
  sheet('pages-definition', 'pages', OPEN_ROW, tap('.da-pg-one')),
  sheet('pages-remark', 'pages', OPEN_ROW, tap('.da-pg-well .da-link')),

  ...inApp('retention', '/reports/retention/index'),
  after('retention-active', 'retention', SECOND_CHOICE),
  after('retention-week', 'retention', tap('.da-choices .da-seg:last-child .da-seg-b:nth-child(2)')),
  sheet('retention-curve', 'retention', tap('.da-heat-row:nth-child(8) .da-heat-hit')),
  sheet('retention-definition', 'retention', DEFINITION),

  ...inApp('portrait', '/reports/portrait/index'),
  sheet('portrait-definition', 'portrait', DEFINITION),
  sheet('portrait-province', 'portrait', tap('.da-ct .da-seg-b:last-child:nth-child(2)')),

  ...inApp('performance', '/reports/performance/index'),
  after('performance-module', 'performance', tap('.da-pill:nth-child(3)')),
  sheet('performance-definition', 'performance', DEFINITION),

  ...inApp('realtime', '/reports/realtime/index').filter(({ state }) => state !== 'failed'),
  { ...after('realtime', 'realtime'), state: 'failed', line: 'down' },
  sheet('realtime-page', 'realtime', tap('.da-card .da-ct .da-btn')),
  sheet('realtime-controls', 'realtime', tap('.da-dk-on + .da-dk')),

  {
    page: 'gone',
    state: 'failed',
    person: STRANGER,
    path: `/reports/overview/index?appid=${app.big.appid}`,
    line: 'open',
  },
]
