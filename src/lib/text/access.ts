import type { Scope } from '../../contract/scopes'

const zhScopes: Record<Scope, string> = {
  overview: '概况',
  visit: '访问分析',
  retention: '留存',
  pages: '页面',
  realtime: '实时',
  portrait: '画像',
  revenue: '收入',
  audience: '跨应用',
  export: '导出',
}

const enScopes: Record<Scope, string> = {
  overview: 'overview',
  visit: 'visits',
  retention: 'retention',
  pages: 'pages',
  realtime: 'realtime',
  portrait: 'portrait',
  revenue: 'revenue',
  audience: 'audience',
  export: 'export',
}

/** Sections, roles and kinds of apps. */
export const zh = {
  scopes: zhScopes,
  join: '、',
  ask: (names: string) => `想看更多，可以找管理员：${names}`,
  allScopes: '全部',
  role: { admin: '管理员', viewer: '查看者' },
  kind: { miniprogram: '小程序', minigame: '小游戏', official: '公众号' },
}

export const en: typeof zh = {
  scopes: enScopes,
  join: ', ',
  ask: names => `To see more, ask an admin: ${names}`,
  allScopes: 'everything',
  role: { admin: 'Admin', viewer: 'Viewer' },
  kind: { miniprogram: 'Mini program', minigame: 'Mini game', official: 'Official account' },
}
