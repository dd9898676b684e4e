/** 来源分析. */
export const zh = {
  title: (metric: string, count: number) => `${metric} · 前 ${count}`,
  all: (metric: string, count: number) => `${metric} · 全部 ${count}`,
  total: (value: string) => `合计 ${value}`,
  rest: (count: number) => `其余 ${count} 个来源`,
  showAll: '查看全部',
  showTop: '只看前 10',
  ofSum: '占比以来源合计为分母，可能与打开次数略有不同。',
  personDays: '访问人数是每天的人数相加（人次），同一个人在几天里会重复出现。',
  nothing: '这段日期没有来源',
  nothingText: '打开次数是 0：没有人打开，所以没有来源可列。',
  noPeople: '微信没有给这段日期的分来源访问人数。',
  definition: (metric: string) => `${metric}的来源占比`,
  sentence: '从哪里打开了小程序。每次打开只算一个来源；微信的文档里没有的来源写作「未知来源(编号)」。',
  formula: '来源的数 ÷ 所有来源合计',
  overDays: '按天相加；访问人数相加后是人次',
  field: 'access_source',
}

export const en: typeof zh = {
  title: (metric, count) => `${metric} · top ${count}`,
  all: (metric, count) => `${metric} · all ${count}`,
  total: value => `Total ${value}`,
  rest: count => `${count} more sources`,
  showAll: 'Show all',
  showTop: 'Top 10 only',
  ofSum: 'Shares are of the sum of all sources, which may differ a little from the opens.',
  personDays: 'Visitors of each day are added up (person-days): one person counts on each day.',
  nothing: 'No sources in this range',
  nothingText: 'Opens are 0: nobody opened the app, so there is no source to list.',
  noPeople: 'WeChat gave no visitors by source for this range.',
  definition: metric => `Share of sources, ${metric}`,
  sentence:
    'Where the app was opened from. One open has one source; sources that WeChat does not document keep their number.',
  formula: 'number of the source ÷ sum of all sources',
  overDays: 'days are added; added visitors are person-days',
  field: 'access_source',
}
