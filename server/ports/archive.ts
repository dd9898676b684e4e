import type { DatacubeReport } from '../domain/datacube.ts'

/** One period of one report of one app, by the period's name (`2026-07-14`, `2026-07-06/2026-07-12`, `2026-07`). */
export interface ArchiveKey {
  appid: string
  report: DatacubeReport
  period: string
}

/** What the last attempt to fetch a period came to. */
export type AttemptOutcome =
  | 'answered'
  | 'not_ready'
  | 'failed'
  | 'quota'
  | 'throttled'
  | 'unsupported'
  | 'secret_refused'
  | 'ip_not_allowed'
  | 'account_frozen'
  /** There was an answer, or would have been, and our database took it not. */
  | 'unkept'

/** WeChat's answer as it came, and what we know of its finality. Times are epoch ms. */
export interface ArchiveEntry extends ArchiveKey {
  /** The body, byte for byte; `null` while only attempts exist. */
  answer: string | null
  /** Holds rows, not an empty list. */
  hasData: boolean
  fetchedAt: number | null
  final: boolean
  /** The empty answer was asked again (rule 1: once). */
  rechecked: boolean
  attemptedAt: number | null
  outcome: AttemptOutcome | null
  /** Several reads differed. */
  revised: boolean
}

export interface Attempt extends ArchiveKey {
  at: number
  outcome: AttemptOutcome
}

export interface Answered extends ArchiveKey {
  answer: string
  hasData: boolean
  fetchedAt: number
  final: boolean
  rechecked: boolean
}

/** What came of asking for a period, without the answer. */
export type PeriodStanding = Pick<ArchiveEntry, 'period' | 'outcome' | 'attemptedAt'> & { isAnswered: boolean }

/** An answer that a later, different one replaced. Times are epoch ms. */
export interface ArchiveRevision {
  period: string
  answer: string
  fetchedAt: number
  replacedAt: number
}

/** Of an app that is not bound nothing is shown, claimed or kept; a kept archive is back once it is bound again. */
export interface Archive {
  /** Entries of one app and report for the named periods; absent ones are left out. */
  read(appid: string, report: DatacubeReport, periods: string[]): Promise<ArchiveEntry[]>
  /** The same of an app that need not be bound: for nobody's eyes, but to know what WeChat was asked already. */
  readKept(appid: string, report: DatacubeReport, periods: string[]): Promise<ArchiveEntry[]>
  /** Takes the right to fetch these periods until `until`; returns those that were free. Holds across instances. */
  claim(appid: string, report: DatacubeReport, periods: string[], now: number, until: number): Promise<string[]>
  /** Keeps an answer; a different earlier one becomes a revision with both times. Frees the claim, bumps the version. */
  keep(answer: Answered): Promise<void>
  /** What these periods said before, earlier readings included, newest first. */
  revisions(appid: string, report: DatacubeReport, periods: string[]): Promise<ArchiveRevision[]>
  /** Notes a failed attempt; what was known stays. Frees the claim. */
  note(attempt: Attempt): Promise<void>
  /** Rises with each write for this app, on every instance. */
  version(appid: string): Promise<number>
  /** The last period before the named one that has data, of reports whose names sort as their days do, or `null`. */
  latestWithData(appid: string, report: DatacubeReport, before: string): Promise<string | null>
  /** How the named periods stand, without their answers; those that were never attempted are left out. */
  standings(appid: string, report: DatacubeReport, periods: string[]): Promise<PeriodStanding[]>
  /** Newest answer time and worst last outcome of each report of an app. */
  summary(
    appid: string,
  ): Promise<{ report: DatacubeReport; newestFetchedAt: number | null; lastOutcome: AttemptOutcome | null }[]>
  erase(appid: string): Promise<void>
}
