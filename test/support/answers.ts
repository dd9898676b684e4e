import { type DatacubeReport, familyOf, type ReportFamily } from '../../server/domain/datacube.ts'
import type { Day, Period } from '../../src/contract/periods.ts'

const compact = (text: string) => text.replaceAll('-', '').replace('/', '-')

/** One row of a visit trend as WeChat writes it, for a period's name. */
export const visitAnswer = (period: string, row: Record<string, unknown> = { session_cnt: 17, visit_pv: 58 }): string =>
  JSON.stringify({ list: [{ ref_date: compact(period), ...row }] })

export const summaryAnswer = (
  day: Day,
  row: Record<string, unknown> = { visit_total: 391, share_pv: 572, share_uv: 383 },
): string => JSON.stringify({ list: [{ ref_date: compact(day), ...row }] })

export const pagesAnswer = (
  day: Day,
  list: Record<string, unknown>[] = [page('pages/main/main.html', 58, 17)],
): string => JSON.stringify({ ref_date: compact(day), list })

export const page = (path: string, visits: number, entries = 0): Record<string, unknown> => ({
  page_path: path,
  page_visit_pv: visits,
  page_visit_uv: 1,
  page_staytime_pv: 8.1,
  entrypage_pv: entries,
  exitpage_pv: 0,
  page_share_pv: 0,
  page_share_uv: 0,
})

export const emptyAnswer = '{"list":[]}'

/** Buckets as `{1: 5, 2: 3}`. */
type Buckets = Record<number, number>

const bucketList = (buckets: Buckets) => Object.entries(buckets).map(([key, value]) => ({ key: Number(key), value }))

/** 访问分布 of a day, by WeChat's names of the lists. */
export const distributionAnswer = (
  day: Day,
  lists: Record<string, Buckets> = {
    access_source_session_cnt: { 1: 10, 2: 7 },
    access_staytime_info: { 1: 17 },
    access_depth_info: { 1: 17 },
  },
): string =>
  JSON.stringify({
    ref_date: compact(day),
    list: Object.entries(lists).map(([index, buckets]) => ({ index, item_list: bucketList(buckets) })),
  })

/** A cohort: who was new, who was there, by key. */
export const retentionAnswer = (
  period: string,
  fresh: Buckets = { 0: 10, 1: 4 },
  active: Buckets = { 0: 20, 1: 9 },
): string =>
  JSON.stringify({ ref_date: compact(period), visit_uv_new: bucketList(fresh), visit_uv: bucketList(active) })

const half = (count: number) => ({
  province: [{ id: 31, name: '广东省', value: count }],
  city: [{ id: 3102, name: '广州', value: count }],
  genders: [{ id: 1, name: '男', value: count }],
  platforms: [{ id: 1, name: 'iPhone', value: count }],
  devices: [{ name: 'OPPO R9', value: count }],
  ages: [{ id: 1, name: '17岁以下', value: count }],
})

export const portraitAnswer = (
  refDate: string,
  fresh: object | null = half(4),
  active: object | null = half(9),
): string => JSON.stringify({ ref_date: compact(refDate), visit_uv_new: fresh, visit_uv: active })

/** One table of one line, its values as text. */
export const performanceAnswer = (values: Record<Day, string>, id = 'memory', zh = '内存均值'): string => {
  const fields = Object.entries(values).map(([day, value]) => ({ refdate: compact(day), value }))
  return JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    data: { body: { tables: [{ id, zh, lines: [{ fields }] }], count: 1 } },
  })
}

const families: Record<ReportFamily, (period: Period) => string> = {
  summary: ({ name }) => summaryAnswer(name),
  visit: ({ name }) => visitAnswer(name),
  pages: ({ name }) => pagesAnswer(name),
  distribution: ({ name }) => distributionAnswer(name),
  retention: ({ name }) => retentionAnswer(name),
  portrait: ({ name }) => portraitAnswer(name),
  performance: ({ to }) => performanceAnswer({ [to]: '314' }),
}

/** A full answer of any report for a period. */
export const fullAnswer = (report: DatacubeReport, period: Period): string => families[familyOf(report)](period)
