import type { CounterMinutes } from '../engine.ts'

/** A length of the curves' buckets, minutes. */
export type CurveLength = Exclude<CounterMinutes, 1440>

export const curveLengths: readonly CurveLength[] = [1, 5, 10, 30, 60]
