import type { Granularity } from './periods'

/** How many days, weeks or months after its own a cohort is looked at again; 0 is the cohort itself. */
export const retentionKeys: Readonly<Record<Granularity, readonly number[]>> = {
  day: [0, 1, 2, 3, 4, 5, 6, 7, 14, 30],
  week: [0, 1, 2, 3, 4],
  month: [0, 1],
}

/** 新增留存 and 活跃留存: those who came for the first time, and all who came. */
export const cohorts = ['new', 'active'] as const
export type Cohort = (typeof cohorts)[number]

/** `immature`: its period is not over or not computed yet. `missing`: it should be there and is not. */
export const cellStates = ['value', 'immature', 'missing'] as const
export type CellState = (typeof cellStates)[number]
