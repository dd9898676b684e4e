import type { Period } from '../../src/contract/periods.ts'
import type { ChangedNumber } from '../../src/contract/report-envelope.ts'
import { type DatacubeReport, familyOf, type ReportFamily } from './datacube.ts'
import type { PortraitLine } from './portrait.ts'
import { readAnswer } from './rows.ts'

/** A number of an answer: which, of what, how much. */
type Named = [metric: string, item: string | null, value: number | null]

type Lister = (report: DatacubeReport, period: Period, answer: string) => Named[]

interface Keyed {
  key: number
  value: number | null
}

const keyed = (metric: string, list: readonly Keyed[] | null): Named[] =>
  (list ?? []).map(({ key, value }) => [metric, String(key), value])

const metricRow =
  (report: 'visit.daily' | 'summary.daily'): Lister =>
  (_report, period, answer) =>
    Object.entries(readAnswer(report, period, answer) ?? {}).map(([id, value]) => [id, null, value])

const listers: Record<ReportFamily, Lister> = {
  visit: metricRow('visit.daily'),
  summary: metricRow('summary.daily'),
  distribution: (_report, period, answer) =>
    Object.entries(readAnswer('distribution.daily', period, answer) ?? {}).flatMap(([name, list]) => keyed(name, list)),
  retention: (_report, period, answer) => {
    const rows = readAnswer('retention.daily', period, answer)
    return rows === null ? [] : [...keyed('visit_uv_new', rows.new), ...keyed('visit_uv', rows.active)]
  },
  pages: (_report, period, answer) =>
    (readAnswer('pages.daily', period, answer)?.rows ?? []).flatMap(({ path, ...numbers }) =>
      Object.entries(numbers).map(([column, value]): Named => [column, path, value]),
    ),
  portrait: (_report, period, answer) =>
    Object.entries(readAnswer('portrait.1', period, answer) ?? {}).flatMap(([users, half]) =>
      Object.entries<readonly PortraitLine[]>(half ?? {}).flatMap(([attribute, lines]) =>
        lines.map(({ name, value }): Named => [`${users}.${attribute}`, name, value]),
      ),
    ),
  performance: (_report, period, answer) =>
    (readAnswer('performance.10016', period, answer) ?? []).flatMap(({ id, line, values }) =>
      [...values].map(([day, value]): Named => [`${id}.${line}`, day, value]),
    ),
}

/** Which numbers of a period two answers of WeChat's differ in; one that an answer does not carry is `null`. */
export function changedNumbers(
  report: DatacubeReport,
  period: Period,
  earlier: string,
  later: string,
): ChangedNumber[] {
  const list = listers[familyOf(report)]
  const numbers = new Map<string, ChangedNumber>()
  const at = (metric: string, item: string | null) => {
    const key = JSON.stringify([metric, item])
    const known = numbers.get(key) ?? { metric, item, before: null, after: null }
    numbers.set(key, known)
    return known
  }
  for (const [metric, item, value] of list(report, period, earlier)) at(metric, item).before = value
  for (const [metric, item, value] of list(report, period, later)) at(metric, item).after = value
  return [...numbers.values()].filter(({ before, after }) => before !== after)
}
