/** 时长分析. */
export const zh = {
  stay: '访问时长',
  depth: '访问深度',
  bucket: { stay: '停留', depth: '页数' },
  share: '占比',
  mean: '日均',
  weighted: '加权平均',
  nothing: '这段日期没有数',
  borders: '标签是微信的：20 秒、30 秒和 50 秒写在两段里，归哪一段微信没有说明。',
  sentence: {
    stay: '每次打开停留了多久，按段数打开次数。',
    depth: '每次打开看了几个不同的页面，按页数数打开次数。',
  },
  formula: '一段的打开次数 ÷ 各段合计',
  overDays: '按天相加',
  field: { stay: 'access_staytime_info', depth: 'access_depth_info' },
  describe: (name: string, label: string, share: string) => `${name}，最多的是 ${label}，占 ${share}`,
}

export const en: typeof zh = {
  stay: 'Length of stay',
  depth: 'Depth of visit',
  bucket: { stay: 'Stay', depth: 'Pages' },
  share: 'Share',
  mean: 'daily mean',
  weighted: 'weighted mean',
  nothing: 'No numbers in this range',
  borders: "The labels are WeChat's: 20 s, 30 s and 50 s stand in two of them, and WeChat does not say which counts.",
  sentence: {
    stay: 'How long each open lasted, in opens per bucket.',
    depth: 'How many different pages each open showed, in opens per bucket.',
  },
  formula: 'opens of the bucket ÷ sum of all buckets',
  overDays: 'days are added',
  field: { stay: 'access_staytime_info', depth: 'access_depth_info' },
  describe: (name, label, share) => `${name}, most in ${label}, ${share}`,
}
