import type { Locale } from '../../src/contract/identity.ts'
import type { MetricId } from '../../src/contract/metrics.ts'

interface TableWords {
  section: string
  metric: string
  visited: string
  entry: string
  name: string
  value: string
  share: string
  date: string
  period: string
  from: string
  to: string
  state: string
  compared: string
  day: string
  week: string
  month: string
  baseDate: (against: string) => string
  base: (against: string) => string
  change: (against: string) => string
  origins: Record<'wechat' | 'collector', string>
  reading: string
  asOf: (instant: string | null, state: string) => string
  definitions: Record<MetricId, string>
}

/** Words of the exported tables. Definitions by `metrics.md` M1. */
export const tableWords: Record<Locale, TableWords> = {
  'zh-CN': {
    section: '类别',
    metric: '指标',
    visited: '受访页',
    entry: '入口页',
    name: '名称',
    value: '数值',
    share: '占比',
    date: '日期',
    period: '周期',
    from: '开始',
    to: '结束',
    state: '状态',
    compared: '对比',
    day: '日',
    week: '周',
    month: '月',
    baseDate: against => `${against}基期`,
    base: against => `${against}基期值`,
    change: against => `${against}变化率`,
    origins: {
      wechat: '来源：微信官方数据；',
      collector: '来源：本应用 SDK 自采数据，与微信官方数据口径不同；',
    },
    reading: '日期为北京时间；空格表示未知，不是 0；时长单位为秒；占比和变化率为小数（0.123 即 12.3%）。',
    asOf: (instant, state) => `状态：${state}；数据截至：${instant ?? '无'}。`,
    definitions: {
      session_cnt: '从打开到主动关闭或超时退出计一次',
      visit_pv: '页面访问的总次数，跳转和重复访问都计',
      visit_uv: '访问过的去重用户数，不能相加',
      visit_uv_new: '首次访问的去重用户数',
      share_pv: '分享的总次数',
      share_uv: '分享过的去重用户数，不能相加',
      stay_time_uv: '总停留时长 ÷ 访问人数',
      stay_time_session: '总停留时长 ÷ 打开次数',
      visit_depth: '平均每次打开访问的不同页面数',
      visit_total: '截至当日访问过的全部用户数',
    },
  },
  en: {
    section: 'Section',
    metric: 'Metric',
    visited: 'Visited page',
    entry: 'Entry page',
    name: 'Name',
    value: 'Value',
    share: 'Share',
    date: 'Date',
    period: 'Period',
    from: 'From',
    to: 'To',
    state: 'State',
    compared: 'Compared',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    baseDate: against => `${against} base date`,
    base: against => `${against} base`,
    change: against => `${against} change`,
    origins: {
      wechat: "Source: WeChat's official numbers; ",
      collector: "Source: this app's own events from the SDK, which are not WeChat's official numbers; ",
    },
    reading:
      'days of Asia/Shanghai; an empty cell is unknown, not 0; durations in seconds; shares and changes as fractions (0.123 = 12.3 %).',
    asOf: (instant, state) => `State: ${state}; as of: ${instant ?? 'none'}.`,
    definitions: {
      session_cnt: 'opens, from opening to closing or time-out',
      visit_pv: 'page visits, jumps and repeats included',
      visit_uv: 'distinct users; never add them up',
      visit_uv_new: 'distinct users who visit for the first time',
      share_pv: 'share actions',
      share_uv: 'distinct users who shared; never add them up',
      stay_time_uv: 'total stay / visitors',
      stay_time_session: 'total stay / opens',
      visit_depth: 'mean number of distinct pages per open',
      visit_total: 'all users ever, up to the day',
    },
  },
}
