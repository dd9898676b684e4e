import type { VisitCounts } from '../../ports/event-reports.ts'
import type { MetricRow } from '../rows.ts'

const mean = (sum: number, of: number): number | null => (of > 0 ? sum / of : null)

/** Counts of a period under WeChat's names; the mean of nothing is unknown. */
export const metricValuesOf = (counts: VisitCounts): MetricRow => ({
  session_cnt: counts.sessions,
  visit_pv: counts.views,
  visit_uv: counts.people,
  visit_uv_new: counts.newPeople,
  share_pv: counts.shares,
  share_uv: counts.sharers,
  stay_time_uv: mean(counts.staySeconds, counts.people),
  stay_time_session: mean(counts.staySeconds, counts.sessions),
  visit_depth: mean(counts.depthSum, counts.sessions),
  visit_total: counts.totalPeople,
})
