/** The columns of 页面详情, each of which sorts. */
export const pageColumns = [
  'path',
  'remark',
  'page_visit_pv',
  'page_visit_uv',
  'page_staytime_pv',
  'entrypage_pv',
  'exitpage_pv',
  'exit_rate',
  'page_share_pv',
  'page_share_uv',
  'share',
] as const
export type PageColumn = (typeof pageColumns)[number]
