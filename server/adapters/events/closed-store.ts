import { type EventStore, EventStoreUnavailable } from '../../ports/events.ts'

const RETRY_SECONDS = 60

/** Where no store of events is open: nothing is taken, and nothing is known. */
export const closedStore: EventStore = {
  append: async () => {
    throw new EventStoreUnavailable('no store of events is open', RETRY_SECONDS)
  },
  erase: async () => {},
  eraseVisitor: async () => {},
  standing: async () => ({ lastEventAt: null, lagSeconds: null, recent: [] }),
  close: async () => {},
}
