import type { Period } from '../../src/contract/periods.ts'
import type { DatacubeReport } from './datacube.ts'
import { shiftReportPeriod } from './report-periods.ts'

/** How many periods before and after a range are looked at for data. */
const REACH = 7

/**
 * Tells which of the periods have data before and after them, within the range and a week of periods around it.
 * @param read gives the known entries of the named periods
 */
export async function surroundings(
  report: DatacubeReport,
  periods: Period[],
  read: (names: string[]) => Promise<{ period: string; hasData: boolean }[]>,
): Promise<(period: Period) => boolean> {
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))
  const first = sorted.at(0)
  const last = sorted.at(-1)
  if (!first || !last) return () => false
  const beyond = shiftReportPeriod(report, last, REACH)
  const around: string[] = []
  for (
    let one = shiftReportPeriod(report, first, -REACH);
    one.to <= beyond.to;
    one = shiftReportPeriod(report, one, 1)
  ) {
    around.push(one.name)
  }
  const withData = (await read(around)).filter(entry => entry.hasData).map(entry => entry.period)
  const earliest = withData.reduce((a, b) => (a < b ? a : b), '~')
  const latest = withData.reduce((a, b) => (a > b ? a : b), '')
  return period => earliest < period.name && period.name < latest
}
