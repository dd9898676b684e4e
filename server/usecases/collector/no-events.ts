import type { CollectorDeps } from './deps.ts'

/** Where no store of events is open: no app has ever sent one. */
export const noEvents: Pick<CollectorDeps, 'counts' | 'standing'> = {
  counts: {
    firstDay: async () => null,
    visits: async () => [],
    scenes: async () => [],
    scenePeople: async () => [],
    engagement: async () => ({ stay: [], depth: [] }),
    pages: async () => [],
    cohorts: async () => [],
    devices: async () => [],
    curve: async () => ({ points: [], totals: { views: 0, people: 0, sessions: 0 }, pages: [] }),
    activeUsers: async () => 0,
    countedAt: async () => 0,
    version: async () => 0,
  },
  standing: async () => ({ lastEventAt: null, lagSeconds: null, recent: [] }),
}
