import type { Locale } from '../../../src/contract/identity.ts'
import type { PageColumn } from '../../../src/contract/pages.ts'
import type { PortraitAttribute } from '../../../src/contract/portrait.ts'

interface Words {
  from: string
  to: string
  key: string
  name: string
  share: string
  state: string
  bucket: string
  distribution: string
  stay: string
  depth: string
  opens: string
  sources: (metric: string) => string
  personDays: string
  engagement: string
  pages: string
  other: string
  pageColumns: Record<PageColumn, string>
  period: string
  size: string
  mean: string
  retention: string
  back: (key: number) => string
  rateAfter: (key: number) => string
  attribute: string
  attributes: Record<PortraitAttribute, string>
  people: string
  portrait: string
  date: string
  performance: string
  /** People of our own events are de-duplicated over the range. */
  peopleOnce: string
  collectedPages: string
  systems: string
  time: string
  views: string
  compared: string
  realtime: (minutes: number, page: string | null) => string
  official: string
  own: string
  ratio: string
  causes: string
  reconcile: (metric: string) => string
}

/** Heads and definitions of the tables that grew beside 数据概况 and 用户趋势. */
export const words: Record<Locale, Words> = {
  'zh-CN': {
    from: '开始',
    to: '结束',
    key: '编号',
    name: '名称',
    share: '占比',
    state: '状态',
    bucket: '区间',
    distribution: '分布',
    stay: '访问时长',
    depth: '访问深度',
    opens: '打开次数',
    sources: metric => `来源分析：各来源的${metric}；占比以来源分布自身的合计为分母，与用户趋势的总数不一定相等。`,
    personDays: '多日人数为每日去重人数之和（人日），不是去重人数。',
    engagement: '时长分析：各区间的打开次数；占比以分布自身的合计为分母；区间名称为微信官方名称，边界有重叠。',
    pages:
      '页面详情：多日相加；退出率 = 退出页次数 ÷ 该页访问次数；次均停留时长按访问次数加权；占比以当日全部访问次数为分母；微信每日只提供访问次数前 200 的页面，其余计入其他。',
    other: '其他',
    pageColumns: {
      path: '页面路径',
      remark: '备注',
      page_visit_pv: '访问次数',
      page_visit_uv: '访问人数（按日累计）',
      page_staytime_pv: '次均停留时长',
      entrypage_pv: '入口页次数',
      exitpage_pv: '退出页次数',
      exit_rate: '退出率',
      page_share_pv: '分享次数',
      page_share_uv: '分享人数（按日累计）',
      share: '占比',
    },
    period: '周期',
    size: '用户数',
    mean: '均值',
    retention:
      '留存分析：“第 k 期后”为首个周期之后第 k 个周期（天、周或月）回访的去重人数及其占比；未到期或缺失为空；均值按用户数加权，只计已到期的周期。',
    back: key => `第 ${key} 期后人数`,
    rateAfter: key => `第 ${key} 期后留存率`,
    attribute: '属性',
    attributes: { province: '省份', city: '城市', genders: '性别', platforms: '终端', devices: '机型', ages: '年龄' },
    people: '人数',
    portrait: '用户画像：范围内的去重人数；占比以该属性自身的合计为分母，含未知；机型只列前 20。',
    date: '日期',
    performance: '性能：微信性能数据的逐日数值，名称与单位以微信为准。',
    peopleOnce: '多日人数为范围内的去重人数。',
    collectedPages:
      '页面详情：范围内合计；退出率 = 退出页次数 ÷ 该页访问次数；次均停留时长 = 停留总时长 ÷ 访问次数；占比以全部页面访问次数为分母；页面过多时，靠后的计入其他。',
    systems: '系统',
    time: '时间',
    views: '访问次数',
    compared: '对比',
    realtime: (minutes, page) =>
      `实时统计：${page === null ? '全部页面' : `页面 ${page}`}，每 ${minutes} 分钟；人数为该时段内的去重人数，不能相加；打开次数计在开始的时段；未到的时段为空。`,
    official: '微信官方',
    own: '自采',
    ratio: '自采 ÷ 官方',
    causes: '可能原因',
    reconcile: metric => `数据核对：${metric}，微信官方与自采逐日对照。`,
  },
  en: {
    from: 'From',
    to: 'To',
    key: 'Key',
    name: 'Name',
    share: 'Share',
    state: 'State',
    bucket: 'Bucket',
    distribution: 'Distribution',
    stay: 'Stay',
    depth: 'Depth',
    opens: 'Opens',
    sources: metric =>
      `Sources: ${metric.toLowerCase()} by access source; shares of the distribution's own sum, which may differ from the trend's total.`,
    personDays: 'People over several days are the sum of daily distinct people (person-days), not distinct people.',
    engagement:
      "Engagement: opens by bucket; shares of each distribution's own sum; labels are WeChat's own and overlap at their borders.",
    pages:
      'Pages: days added up; exit rate = exits / visits of the page; stay per visit weighted by visits; shares of all visits of the days; WeChat names the 200 pages with most visits of a day, the rest is under Other.',
    other: 'Other',
    pageColumns: {
      path: 'Path',
      remark: 'Remark',
      page_visit_pv: 'Page views',
      page_visit_uv: 'Visitors (person-days)',
      page_staytime_pv: 'Stay per visit',
      entrypage_pv: 'Entries',
      exitpage_pv: 'Exits',
      exit_rate: 'Exit rate',
      page_share_pv: 'Shares',
      page_share_uv: 'Sharers (person-days)',
      share: 'Share',
    },
    period: 'Period',
    size: 'Users',
    mean: 'Mean',
    retention:
      'Retention: distinct people who came back in the k-th period (day, week or month) after their own, and their share; empty where it is not over or missing; the mean is weighted by users, over periods that are over.',
    back: key => `Users after ${key}`,
    rateAfter: key => `Rate after ${key}`,
    attribute: 'Attribute',
    attributes: {
      province: 'Province',
      city: 'City',
      genders: 'Gender',
      platforms: 'Platform',
      devices: 'Device',
      ages: 'Age',
    },
    people: 'People',
    portrait:
      "Portrait: distinct people of the range; shares of the attribute's own sum, unknown included; the first 20 devices.",
    date: 'Date',
    performance: "Performance: WeChat's own figures day by day, under WeChat's names and units.",
    peopleOnce: 'People over several days are distinct over the range.',
    collectedPages:
      'Pages: sums of the range; exit rate = exits / visits of the page; stay per visit = total stay / visits; shares of the visits of all pages; of very many pages the last ones are under Other.',
    systems: 'System',
    time: 'Time',
    views: 'Page views',
    compared: 'Compared',
    realtime: (minutes, page) =>
      `Realtime: ${page === null ? 'all pages' : `page ${page}`}, every ${minutes} minutes; people are distinct in the bucket, never add them up; opens count where they start; buckets to come are empty.`,
    official: 'WeChat',
    own: 'Own events',
    ratio: 'Own / WeChat',
    causes: 'Likely causes',
    reconcile: metric => `Reconciliation: ${metric.toLowerCase()}, WeChat's number and our own day by day.`,
  },
}
