import type { Locale } from '../../../src/contract/identity.ts'

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
  },
}
