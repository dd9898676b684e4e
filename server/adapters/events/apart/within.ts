import { EventStoreUnavailable } from '../../../ports/events.ts'

/** What something answers, unless that takes longer. @throws EventStoreUnavailable then */
export function within<T>(ms: number, answering: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new EventStoreUnavailable('the event engine does not answer', 5)), ms)
    answering.then(resolve, reject).finally(() => clearTimeout(late))
  })
}
