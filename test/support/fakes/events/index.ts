import type { CohortAsk, CurveAsk, EventReports } from '../../../../server/ports/event-reports.ts'
import type {
  BatchReceipt,
  EventBatch,
  EventStanding,
  EventStore,
  EventStoreUnavailable,
} from '../../../../server/ports/events.ts'
import { type Day, dayOf, type Granularity } from '../../../../src/contract/periods.ts'
import type { FakeClock } from '../clock.ts'
import { Scan } from './reports.ts'
import type { ArrivedEvent } from './scan.ts'

const BATCH_KNOWN_MS = 8 * 86_400_000
const RECENT = 50

interface Known {
  receivedAt: number
  receipt: BatchReceipt
}

/** What is held of one app. */
class AppEvents {
  readonly events: ArrivedEvent[] = []
  readonly batches = new Map<string, Known>()
  version = 0
  countedAt = 0
}

/** A store of events in memory: durable as long as the test, counted at once, by looking at everything. */
export class FakeEvents implements EventStore, EventReports {
  readonly apps = new Map<string, AppEvents>()
  readonly appended: EventBatch[] = []
  readonly #clock: Pick<FakeClock, 'now'>
  /** What every append fails with, while it is there. */
  unavailable: EventStoreUnavailable | null = null
  closed = false
  /** Since when the curves know more than the days, and when these were counted. */
  behindFrom: Day | null = null
  behindSince = 0
  /** Days that the curves know and that were never counted. */
  uncounted: Day[] = []
  /** Days whose raw events are gone. */
  forgotten: Day[] = []

  constructor(clock: Pick<FakeClock, 'now'>) {
    this.#clock = clock
  }

  #of(appid: string): AppEvents {
    const known = this.apps.get(appid) ?? new AppEvents()
    this.apps.set(appid, known)
    return known
  }

  #scan = (appid: string) => new Scan(this.apps.get(appid)?.events ?? [])

  /** Raw events of an app, in the order of arrival. */
  eventsOf = (appid: string): ArrivedEvent[] => this.apps.get(appid)?.events ?? []

  async append(batch: EventBatch): Promise<BatchReceipt> {
    if (this.unavailable) throw this.unavailable
    const { appid, kind, receivedAt, events, rejected } = batch
    const app = this.#of(appid)
    const name = `${kind} ${batch.batch}`
    const known = app.batches.get(name)
    if (known && (kind === 'import' || receivedAt - known.receivedAt < BATCH_KNOWN_MS)) {
      return { ...known.receipt, duplicate: true }
    }
    this.appended.push(batch)
    for (const event of events) app.events.push({ ...event, receivedAt, arrival: app.events.length })
    const receipt = { duplicate: false, accepted: events.length, rejected }
    app.batches.set(name, { receivedAt, receipt })
    app.version++
    app.countedAt = receivedAt
    return receipt
  }

  async erase(appid: string): Promise<void> {
    this.apps.delete(appid)
  }

  /** The numbers stay: what the visitor did is nobody's from now on. */
  async eraseVisitor(appid: string, visitor: { id: string } | { openidHash: string }): Promise<void> {
    const app = this.#of(appid)
    app.events.forEach((event, index) => {
      const { id, openidHash } = event.visitor
      const isTheirs = 'id' in visitor ? id === visitor.id : openidHash === visitor.openidHash
      if (isTheirs) event.visitor = { id: `erased-${index}`, openidHash: null, unionidHash: null }
    })
    app.version++
  }

  standing = async (appid: string): Promise<EventStanding> => {
    const newest = [...this.eventsOf(appid)].reverse()
    return {
      lastEventAt: newest[0]?.receivedAt ?? null,
      lagSeconds: newest.length > 0 ? 0 : null,
      recent: newest.slice(0, RECENT).map(({ at, receivedAt, type, path, name, scene, context, visitor }) => {
        const { env, platform, appVersion } = context
        return { at, receivedAt, type, path, name, scene, env, platform, appVersion, visitor: visitor.id.slice(0, 8) }
      }),
    }
  }

  lag = async (appid: string): Promise<number | null> => (await this.standing(appid)).lagSeconds

  async settle(): Promise<void> {}

  async close(): Promise<void> {
    this.closed = true
  }

  firstDay = async (appid: string) => this.#scan(appid).firstDay()
  visits = async (appid: string, _granularity: Granularity, periods: { from: Day; to: Day }[]) =>
    this.#scan(appid).visits(periods.filter(({ from }) => from <= dayOf(this.#clock.now())))
  scenes = async (appid: string, from: Day, to: Day) => this.#scan(appid).scenes(from, to)
  sourcePeople = async (appid: string, from: Day, to: Day) => this.#scan(appid).sourcePeople(from, to)
  engagement = async (appid: string, from: Day, to: Day) => this.#scan(appid).engagement(from, to)
  pages = async (appid: string, from: Day, to: Day) => this.#scan(appid).pages(from, to)
  cohorts = async (appid: string, ask: CohortAsk) => this.#scan(appid).cohorts(ask, dayOf(this.#clock.now()))
  devices = async (appid: string, from: Day, to: Day, users: 'new' | 'active') => ({
    counts: this.#scan(appid).devices(from, to, users),
    forgotten: [...this.forgotten],
  })
  curve = async (appid: string, ask: CurveAsk) => this.#scan(appid).curve(ask)
  activeUsers = async (appid: string, now: number) => this.#scan(appid).activeUsers(now)
  countedAt = async (appid: string) => this.apps.get(appid)?.countedAt ?? 0
  dayStanding = async (appid: string) => ({
    countedAt: await this.countedAt(appid),
    behindFrom: this.behindFrom ?? this.uncounted[0] ?? null,
    behindSince: this.behindSince,
    uncounted: [...this.uncounted],
  })
  version = async (appid: string) => this.apps.get(appid)?.version ?? 0
}
