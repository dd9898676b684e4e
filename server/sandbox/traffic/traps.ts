import type { DistributionList } from './distribution.ts'
import type { PageRow } from './page-facts.ts'
import { emptyHalf, type PortraitHalf } from './portrait.ts'
import type { TrafficSource } from './source.ts'

/**
 * The oddities that the official samples and recorded answers show, laid over honest numbers. Which ones a day has depends
 * on its day number modulo 16, so that each comes back about twice a month and most days stay readable.
 */
export const trapDays = {
  officialSample: 3,
  empty: 5,
  mixedNames: 7,
  zeros: 9,
  missingList: 11,
  missingHalf: 13,
} as const

type Answer = Record<string, unknown>
type Row = Record<string, unknown>

const phase = (day: number) => day % 16
const rowsOf = (answer: Answer) => answer.list as Row[]
const without = (row: Row, ...names: string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))
const zeroed = (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? 0 : value]))

/** The daily and longer trends: fields as few as in the sample, no row, a row of zeros, no list. */
function trend(answer: Answer, day: number): Answer {
  const [row] = rowsOf(answer)
  if (!row) return answer
  switch (phase(day)) {
    case trapDays.officialSample:
      return { list: [{ ...without(row, 'stay_time_uv'), stay_time_session: 0 }] }
    case trapDays.empty:
      return { list: [] }
    case trapDays.zeros:
      return { list: [zeroed(row)] }
    case trapDays.missingList:
      return {}
    case trapDays.missingHalf:
      return { list: [without(row, 'visit_depth', 'stay_time_uv', 'stay_time_session')] }
    default:
      return answer
  }
}

function summary(answer: Answer, day: number): Answer {
  const [row] = rowsOf(answer)
  if (!row) return answer
  if (phase(day) === trapDays.empty) return { list: [] }
  if (phase(day) === trapDays.missingList) return {}
  return phase(day) === trapDays.missingHalf ? { list: [without(row, 'share_uv')] } : answer
}

/** More opens than the trend counted, keys nobody documents, buckets left out, lists nobody documents. */
function distribution(answer: Answer, day: number): Answer {
  if (phase(day) === trapDays.missingList) return { ref_date: answer.ref_date }
  const lists = (answer.list as DistributionList[]).map(list => {
    if (phase(day) === trapDays.empty) return { ...list, item_list: [] }
    const items = list.item_list.filter(item => list.index !== 'access_depth_info' || item.key < 6 || day % 2 === 0)
    if (items.length === 0) return list
    if (list.index === 'access_source_session_cnt')
      items.unshift({ key: 65, value: 17 + (day % 7) }, { key: 62, value: 98 })
    return { ...list, item_list: items }
  })
  const unknown = { index: 'access_region_info', item_list: [{ key: 1, value: 12 }] }
  return { ...answer, list: phase(day) === trapDays.mixedNames ? [...lists, unknown] : lists }
}

/** Paths as in the sample, with `.html`, at times with a slash in front, at times the same page under two names. */
function pages(answer: Answer, day: number): Answer {
  if (phase(day) === trapDays.empty) return { ...answer, list: [] }
  if (phase(day) === trapDays.missingList) return { ref_date: answer.ref_date }
  const rows = answer.list as PageRow[]
  const named = rows.map((row, index) => {
    const slash = phase(day) % 4 === 2 ? '/' : ''
    const bare = phase(day) === trapDays.mixedNames && index % 2 === 1
    return { ...row, page_path: bare ? row.page_path : `${slash}${row.page_path}.html` }
  })
  const [top] = rows
  if (phase(day) !== trapDays.mixedNames || !top) return { ...answer, list: named }
  const twin = {
    ...top,
    page_visit_pv: 3,
    page_visit_uv: 2,
    entrypage_pv: 1,
    exitpage_pv: 1,
    page_share_pv: 0,
    page_share_uv: 0,
  }
  return { ...answer, list: [...named, twin] }
}

interface Cohort {
  key: number
  value: number
}

/** Survivors of nobody, mature keys that are missing, no cohort at all. */
function retention(answer: Answer, day: number): Answer {
  const change = (edit: (list: Cohort[]) => Cohort[]) => ({
    ...answer,
    visit_uv_new: edit(answer.visit_uv_new as Cohort[]),
    visit_uv: edit(answer.visit_uv as Cohort[]),
  })
  switch (phase(day)) {
    case trapDays.officialSample:
      return change(list => list.map(item => (item.key === 0 ? { ...item, value: 0 } : item)))
    case trapDays.empty:
      return change(() => [])
    case trapDays.zeros:
      return change(list => list.map(item => ({ ...item, value: 0 })))
    case trapDays.missingList:
      return change(list => list.filter(item => item.key !== 1 && item.key !== 4))
    default:
      return answer
  }
}

function renamed(half: PortraitHalf, names: Readonly<Record<string, string>>, field: string) {
  return Object.fromEntries(
    Object.entries(half).map(([attribute, items]) => [
      attribute,
      items.map(({ value, ...item }) => ({ ...item, name: names[item.name] ?? item.name, [field]: value })),
    ]),
  )
}

/** Two spellings of a province, more new than active iPhone users, an empty half, the old name of the value, one date for a range. */
function portrait(answer: Answer, day: number): Answer {
  const fresh = answer.visit_uv_new as PortraitHalf
  const all = answer.visit_uv as PortraitHalf
  const bold = {
    ...fresh,
    platforms: fresh.platforms.map(item => {
      const visitors = all.platforms.find(other => other.id === item.id)?.value ?? 0
      return item.id === 1 ? { ...item, value: Math.round(visitors * 1.27) } : item
    }),
  }
  const field = day % 2 === 0 ? 'value' : 'access_source_visit_uv'
  return {
    ref_date: String(answer.ref_date).slice(0, 8),
    visit_uv_new: phase(day) === trapDays.missingHalf ? emptyHalf() : renamed(bold, { 广东省: '广东' }, field),
    visit_uv: renamed(all, {}, field),
  }
}

/** Honest numbers with the traps over them. */
export const withTraps = (source: TrafficSource): TrafficSource => ({
  summary: day => summary(source.summary(day), day),
  visitTrend: (cadence, from, to) => trend(source.visitTrend(cadence, from, to), from),
  distribution: day => distribution(source.distribution(day), day),
  retention: (cadence, from, to, until) => retention(source.retention(cadence, from, to, until), from),
  pages: day => pages(source.pages(day), day),
  portrait: (from, to) => portrait(source.portrait(from, to), to),
})
