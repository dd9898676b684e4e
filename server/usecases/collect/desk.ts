import type { IdentityHashes } from '../../domain/collect/visitor.ts'
import type { Erasures } from '../../ports/erasures.ts'
import type { EventStore } from '../../ports/events.ts'
import type { EventRates } from './event-rates.ts'
import type { RefusedTally } from './refused-counts.ts'
import type { WriteKeys } from './write-keys.ts'

/** What taking events needs. */
export interface CollectDesk {
  events: Pick<EventStore, 'append' | 'erase' | 'eraseVisitor' | 'standing' | 'settle'>
  writeKeys: WriteKeys
  rates: EventRates
  refused: RefusedTally
  identities: IdentityHashes
  erasures: Erasures
}
