import type { EventReports } from '../../ports/event-reports.ts'

/** What the counters say while there is no event of any app: no engine has to be opened for that. */
export const noEvents: EventReports = {
  firstDay: async () => null,
  visits: async (_appid, _granularity, periods) =>
    periods.map(({ from, to }) => ({
      from,
      to,
      sessions: 0,
      views: 0,
      people: 0,
      newPeople: 0,
      shares: 0,
      sharers: 0,
      staySeconds: 0,
      depthSum: 0,
      totalPeople: 0,
    })),
  scenes: async () => [],
  sourcePeople: async () => [],
  engagement: async () => ({ stay: [], depth: [] }),
  pages: async () => [],
  cohorts: async (_appid, { periods }) => periods.map(period => ({ period, size: 0, counts: [] })),
  devices: async () => ({ counts: [], forgotten: [] }),
  curve: async () => ({ points: [], totals: { views: 0, people: 0, sessions: 0 }, pages: [] }),
  activeUsers: async () => 0,
  countedAt: async () => 0,
  dayStanding: async () => ({ countedAt: 0, behindFrom: null, behindSince: 0, uncounted: [] }),
  version: async () => 0,
}
