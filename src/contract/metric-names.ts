import type { Locale } from './identity'
import type { MetricId } from './metrics'

/** Names of the metrics in both languages; the Chinese ones are WeChat's own. */
export const metricNames: Record<Locale, Record<MetricId, string>> = {
  'zh-CN': {
    session_cnt: '打开次数',
    visit_pv: '访问次数',
    visit_uv: '访问人数',
    visit_uv_new: '新访问人数',
    share_pv: '分享次数',
    share_uv: '分享人数',
    stay_time_uv: '人均停留时长',
    stay_time_session: '次均停留时长',
    visit_depth: '平均访问深度',
    visit_total: '累计访问人数',
  },
  en: {
    session_cnt: 'Opens',
    visit_pv: 'Page views',
    visit_uv: 'Visitors',
    visit_uv_new: 'New visitors',
    share_pv: 'Shares',
    share_uv: 'Sharers',
    stay_time_uv: 'Stay per visitor',
    stay_time_session: 'Stay per open',
    visit_depth: 'Average depth',
    visit_total: 'Total visitors',
  },
}
