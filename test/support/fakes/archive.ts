import type { DatacubeReport } from '../../../server/domain/datacube.ts'
import { CLOCK_TOLERANCE_MS } from '../../../server/domain/lifetimes.ts'
import type {
  Answered,
  Archive,
  ArchiveEntry,
  ArchiveRevision,
  Attempt,
  PeriodStanding,
} from '../../../server/ports/archive.ts'

const keyOf = (appid: string, report: string, period: string) => `${appid} ${report} ${period}`

/** An archive in memory that behaves as the real one; `reads` counts batch reads. */
export class FakeArchive implements Archive {
  readonly entries = new Map<string, ArchiveEntry>()
  reads = 0
  /** Apps that were unbound: nothing of them is written any more. */
  readonly unbound = new Set<string>()
  private readonly replaced = new Map<string, ArchiveRevision[]>()
  private readonly claims = new Map<string, number>()
  private readonly versions = new Map<string, number>()

  async read(appid: string, report: DatacubeReport, periods: string[]): Promise<ArchiveEntry[]> {
    this.reads += 1
    return periods.flatMap(period => this.entries.get(keyOf(appid, report, period)) ?? [])
  }

  readKept(appid: string, report: DatacubeReport, periods: string[]): Promise<ArchiveEntry[]> {
    return this.read(appid, report, periods)
  }

  async claim(appid: string, report: DatacubeReport, periods: string[], now: number, until: number) {
    const free = periods.filter(period => (this.claims.get(keyOf(appid, report, period)) ?? 0) <= now)
    for (const period of free) this.claims.set(keyOf(appid, report, period), until)
    return free
  }

  async keep(answered: Answered): Promise<void> {
    const key = keyOf(answered.appid, answered.report, answered.period)
    const before = this.entries.get(key)
    const ahead = (before?.fetchedAt ?? 0) - answered.fetchedAt
    if (ahead > 0 && ahead <= CLOCK_TOLERANCE_MS) {
      this.claims.delete(key)
      return
    }
    const isRevision = before?.answer != null && before.answer !== answered.answer
    if (isRevision) {
      const { period, answer, fetchedAt } = before
      const revision = { period, answer: answer ?? '', fetchedAt: fetchedAt ?? 0, replacedAt: answered.fetchedAt }
      this.replaced.set(key, [revision, ...(this.replaced.get(key) ?? [])])
    }
    const revised = before?.revised || isRevision
    this.write(key, { ...answered, attemptedAt: answered.fetchedAt, outcome: 'answered', revised })
  }

  async revisions(appid: string, report: DatacubeReport, periods: string[]): Promise<ArchiveRevision[]> {
    return periods.flatMap(period => this.replaced.get(keyOf(appid, report, period)) ?? [])
  }

  async note({ at, outcome, ...key }: Attempt): Promise<void> {
    const name = keyOf(key.appid, key.report, key.period)
    const blank = { answer: null, hasData: false, fetchedAt: null, final: false, rechecked: false, revised: false }
    this.write(name, { ...blank, ...key, ...this.entries.get(name), attemptedAt: at, outcome })
  }

  private write(key: string, entry: ArchiveEntry): void {
    if (this.unbound.has(entry.appid)) return
    this.entries.set(key, entry)
    this.claims.delete(key)
    this.versions.set(entry.appid, (this.versions.get(entry.appid) ?? 0) + 1)
  }

  async version(appid: string): Promise<number> {
    return this.versions.get(appid) ?? 0
  }

  private of(appid: string, report: DatacubeReport): ArchiveEntry[] {
    return [...this.entries.values()].filter(entry => entry.appid === appid && entry.report === report)
  }

  async latestWithData(appid: string, report: DatacubeReport, before: string): Promise<string | null> {
    const days = this.of(appid, report).filter(entry => entry.hasData && entry.period < before)
    return (
      days
        .map(entry => entry.period)
        .sort()
        .at(-1) ?? null
    )
  }

  async standings(appid: string, report: DatacubeReport, periods: string[]): Promise<PeriodStanding[]> {
    const asked = this.of(appid, report).filter(({ period }) => periods.includes(period))
    return asked.map(({ period, outcome, attemptedAt, answer }) => ({
      period,
      outcome,
      attemptedAt,
      isAnswered: answer !== null,
    }))
  }

  async summary(appid: string) {
    const entries = [...this.entries.values()].filter(entry => entry.appid === appid)
    return [...new Set(entries.map(entry => entry.report))].map(report => {
      const mine = this.of(appid, report)
      const times = mine.flatMap(entry => entry.fetchedAt ?? [])
      const failed = mine.find(entry => entry.outcome !== 'answered')
      const newestFetchedAt = times.length > 0 ? Math.max(...times) : null
      return { report, newestFetchedAt, lastOutcome: failed?.outcome ?? ('answered' as const) }
    })
  }

  async erase(appid: string): Promise<void> {
    for (const [key, entry] of this.entries) if (entry.appid === appid) this.entries.delete(key)
    this.versions.set(appid, (this.versions.get(appid) ?? 0) + 1)
  }
}
