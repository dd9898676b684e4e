import type { MetricId } from '../../contract/metrics'

/** What a metric means, in words. */
export interface Definition {
  sentence: string
  /** How it is counted or divided, in words. */
  formula: string
  alias: string
}

type Definitions = Record<MetricId, Definition>

export const zh: Definitions = {
  session_cnt: {
    sentence: '小程序被打开了多少次。从打开到主动关闭，或者超时退出，算一次。',
    formula: '当天每次打开各记 1 次',
    alias: '启动次数',
  },
  visit_pv: {
    sentence: '所有页面一共被看了多少次。页面之间跳转、重复看同一页都算。',
    formula: '当天每个页面每次被看各记 1 次',
    alias: '页面浏览量',
  },
  visit_uv: {
    sentence: '有多少人来过。同一个人一天来几次都只算一个。',
    formula: '当天访问过的人，去重',
    alias: '访客数',
  },
  visit_uv_new: {
    sentence: '第一次来的人有多少。只看这个人有史以来的第一次访问落在哪天。',
    formula: '首次访问在当天的人，去重',
    alias: '新用户数、新访问用户数',
  },
  share_pv: {
    sentence: '被分享了多少次。右上角菜单里的和页面里的分享都算。',
    formula: '当天每次分享各记 1 次',
    alias: '转发次数',
  },
  share_uv: {
    sentence: '有多少人分享过。同一个人分享几次都只算一个。',
    formula: '当天分享过的人，去重',
    alias: '转发人数',
  },
  stay_time_uv: {
    sentence: '平均每个人停留多久。切到后台、停在聊天顶部的时间不算。',
    formula: '总停留时长 ÷ 访问人数',
    alias: '人均使用时长',
  },
  stay_time_session: {
    sentence: '平均每打开一次小程序停留多久。切到后台、停在聊天顶部的时间不算。',
    formula: '总停留时长 ÷ 打开次数',
    alias: '次均使用时长',
  },
  visit_depth: {
    sentence: '平均每打开一次看了几个不同的页面。一次里重复看同一页只算一页，所以它不等于访问次数除以打开次数。',
    formula: '每次打开看过的不同页面数之和 ÷ 打开次数',
    alias: '人均访问页面数',
  },
  visit_total: {
    sentence: '从上线到这一天，一共有多少人来过。',
    formula: '历史上访问过的人，去重',
    alias: '累计访问用户数',
  },
}

export const en: Definitions = {
  session_cnt: {
    sentence: 'How often the mini program was opened. One open lasts until it is closed or times out.',
    formula: 'each open of the day counts 1',
    alias: 'sessions',
  },
  visit_pv: {
    sentence: 'How often any page was viewed. Moving between pages and viewing one again all count.',
    formula: 'each view of each page counts 1',
    alias: 'PV',
  },
  visit_uv: {
    sentence: 'How many people came. One person counts once a day, however often.',
    formula: 'distinct people who visited that day',
    alias: 'UV',
  },
  visit_uv_new: {
    sentence: 'How many people came for the first time ever.',
    formula: 'distinct people whose first visit was that day',
    alias: 'new users',
  },
  share_pv: {
    sentence: 'How often it was shared, from the menu or from within a page.',
    formula: 'each share of the day counts 1',
    alias: 'forwards',
  },
  share_uv: {
    sentence: 'How many people shared it. One person counts once.',
    formula: 'distinct people who shared that day',
    alias: 'people who forwarded',
  },
  stay_time_uv: {
    sentence: 'How long one person stayed on average. Time in the background does not count.',
    formula: 'total stay ÷ visitors',
    alias: 'time per user',
  },
  stay_time_session: {
    sentence: 'How long one open lasted on average. Time in the background does not count.',
    formula: 'total stay ÷ opens',
    alias: 'session length',
  },
  visit_depth: {
    sentence:
      'How many different pages one open shows on average. Viewing a page again counts once, so it is not page views ÷ opens.',
    formula: 'sum of different pages per open ÷ opens',
    alias: 'pages per session',
  },
  visit_total: {
    sentence: 'How many people ever came, up to this day.',
    formula: 'distinct people who ever visited',
    alias: 'all-time users',
  },
}
