import { noEvents } from '../../domain/collector/no-events.ts'
import type { EventReports } from '../../ports/event-reports.ts'
import { type EventIngest, type EventStore, EventStoreUnavailable } from '../../ports/events.ts'
import type { Log } from '../../ports/log.ts'

/** Events with what is known of them. */
export interface Events extends EventStore {
  reports: EventReports
  /** Begins what an earlier process left undone. */
  start(): void
}

/** An opened store. */
export interface OpenedEvents extends EventIngest {
  reports: EventReports
  close(): Promise<void>
}

export interface LazyStoreDeps {
  /** @throws when it cannot be opened now */
  open(): Promise<OpenedEvents>
  /** Whether an earlier process left any event. */
  hasEvents(): Promise<boolean>
  log: Log
  /** Monotonic, ms. */
  elapsed?: () => number
}

/** What could not be opened is not tried again before. ms */
const REST_MS = 1_000

/** A store that is opened by the first event, or by the first question when there are events already. */
export function createLazyStore(deps: LazyStoreDeps): Events {
  const { open, hasEvents, log, elapsed = () => performance.now() } = deps
  let opening: Promise<OpenedEvents> | null = null
  let store: OpenedEvents | null = null
  let isClosed = false
  let failure: { error: unknown; at: number } | null = null
  /** `null`: nobody ever sent an event, as far as we know. */
  let anything: Promise<boolean> | null = null

  const opened = (): Promise<OpenedEvents> => {
    if (isClosed) return Promise.reject(new EventStoreUnavailable('the event store is closed', 5))
    if (failure && elapsed() - failure.at < REST_MS) return Promise.reject(failure.error)
    opening ??= open().then(
      newly => {
        store = newly
        return newly
      },
      error => {
        opening = null
        failure = { error, at: elapsed() }
        log.error({ error }, 'the event store was not opened')
        throw error
      },
    )
    return opening
  }
  const openedIfAny = async (): Promise<OpenedEvents | null> => {
    if (opening) return opening
    anything ??= hasEvents().catch(error => {
      anything = null
      throw error
    })
    return (await anything) || opening ? opened() : null
  }
  const reports = async () => (await openedIfAny())?.reports ?? noEvents
  const unavailable = (cause: unknown) =>
    cause instanceof EventStoreUnavailable
      ? cause
      : new EventStoreUnavailable('the event store cannot be opened', 5, { cause })

  return {
    start() {
      openedIfAny().catch(error => log.error({ error }, 'nobody knows whether there are events'))
    },
    append(batch) {
      if (store && !isClosed) return store.append(batch)
      return opened().then(
        newly => newly.append(batch),
        cause => Promise.reject(unavailable(cause)),
      )
    },
    async erase(appid) {
      await (await openedIfAny())?.erase(appid)
    },
    async eraseVisitor(appid, visitor) {
      await (await openedIfAny())?.eraseVisitor(appid, visitor)
    },
    async settle() {
      await (await openedIfAny())?.settle()
    },
    async standing(appid, now) {
      const there = await openedIfAny()
      return there ? there.standing(appid, now) : { lastEventAt: null, lagSeconds: null, recent: [] }
    },
    async lag(appid, now) {
      return (await openedIfAny())?.lag(appid, now) ?? null
    },
    reports: {
      firstDay: async appid => (await reports()).firstDay(appid),
      visits: async (appid, granularity, periods) => (await reports()).visits(appid, granularity, periods),
      scenes: async (appid, from, to) => (await reports()).scenes(appid, from, to),
      sourcePeople: async (appid, from, to) => (await reports()).sourcePeople(appid, from, to),
      engagement: async (appid, from, to) => (await reports()).engagement(appid, from, to),
      pages: async (appid, from, to) => (await reports()).pages(appid, from, to),
      cohorts: async (appid, question) => (await reports()).cohorts(appid, question),
      devices: async (appid, from, to, users) => (await reports()).devices(appid, from, to, users),
      curve: async (appid, question) => (await reports()).curve(appid, question),
      activeUsers: async (appid, now) => (await reports()).activeUsers(appid, now),
      countedAt: async appid => (await reports()).countedAt(appid),
      dayStanding: async (appid, to) => (await reports()).dayStanding(appid, to),
      version: async appid => (await reports()).version(appid),
    },
    async close() {
      isClosed = true
      const there = await opening?.catch(() => null)
      await there?.close()
    },
  }
}
