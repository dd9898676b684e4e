import type { Locale } from '../../contract/identity'
import type { PerformanceModule } from '../../contract/performance'

type Modules = Record<PerformanceModule, string>
const zhModules: Modules = {
  '10016': '打开率',
  '10017': '启动耗时',
  '10021': '页面切换',
  '10022': '内存',
  '10023': '内存异常',
}
const enModules: Modules = {
  '10016': 'Opening rate',
  '10017': 'Start time',
  '10021': 'Page switch',
  '10022': 'Memory',
  '10023': 'Memory warnings',
}

/** Words of 性能分析. A line whose name is not among `measures` keeps WeChat's own. */
export const zh = {
  module: '性能指标',
  modules: zhModules,
  /** WeChat's Chinese names of its measures in this language. */
  measures: {} as Readonly<Record<string, string>>,
  unit: { ms: '毫秒', percent: '%', mb: 'MB' },
  inUnit: (name: string, unit: string) => `${name}（${unit}）`,
  line: (name: string, at: number) => `${name} ${at}`,
  nothing: '这段日期没有性能数据',
  described: (name: string, range: string, lines: string) => `${name}，${range}。最近：${lines}`,
  sentence: {
    '10016': '点开之后，真正打开了小程序的占多少。',
    '10017': '从点开到看见第一屏，各个阶段花了多久。',
    '10021': '从一个页面到下一个页面花了多久。',
    '10022': '运行时占了多少内存。',
    '10023': '收到内存告警的占多少。',
  } as Modules,
  formula: '微信统计后给出，数字照原样显示；单位按指标的名字标注，微信的接口里没有写',
  over: '不能相加',
}

export const en: typeof zh = {
  module: 'Measure',
  modules: enModules,
  measures: {
    打开率: 'Opening rate',
    启动总耗时: 'Total start time',
    总耗时: 'Total time',
    耗时: 'Time taken',
    下载耗时: 'Download time',
    代码包下载耗时: 'Package download time',
    代码注入耗时: 'Code injection time',
    信息准备耗时: 'Preparation time',
    资源准备耗时: 'Resource preparation time',
    首屏渲染耗时: 'First screen time',
    初次渲染耗时: 'First render time',
    首次渲染耗时: 'First render time',
    页面切换耗时: 'Page switch time',
    内存均值: 'Mean memory',
    内存增长均值: 'Mean growth of memory',
    内存峰值: 'Peak memory',
    内存异常率: 'Rate of memory warnings',
    内存告警率: 'Rate of memory warnings',
    内存异常次数: 'Memory warnings',
  },
  unit: { ms: 'ms', percent: '%', mb: 'MB' },
  inUnit: (name, unit) => `${name} (${unit})`,
  line: (name, at) => `${name} ${at}`,
  nothing: 'No performance data in this range',
  described: (name, range, lines) => `${name}, ${range}. Latest: ${lines}`,
  sentence: {
    '10016': 'How many of the taps really opened the mini program.',
    '10017': 'How long each stage took from the tap to the first screen.',
    '10021': 'How long it took from one page to the next.',
    '10022': 'How much memory was in use.',
    '10023': 'How many were warned that memory runs out.',
  },
  formula:
    "computed by WeChat and shown as it came; the unit follows from the measure's name, WeChat's interface has none",
  over: 'never added',
}

/** Its own page alone says these words: they travel with its package, not with the main one. */
export const performanceText = (locale: Locale): typeof zh => (locale === 'en' ? en : zh)
