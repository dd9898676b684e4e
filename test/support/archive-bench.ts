import { createAttention } from '../../server/usecases/attention.ts'
import { createPeriodFetcher } from '../../server/usecases/fetch-periods.ts'
import { createPeriodReader } from '../../server/usecases/read-periods.ts'
import { FakeArchive } from './fakes/archive.ts'
import { at, FakeClock } from './fakes/clock.ts'
import { FakeDatacube } from './fakes/datacube.ts'
import { FakePauses } from './fakes/pauses.ts'
import { FakeRemarks } from './fakes/remarks.ts'

/** A reader over fakes, at an instant of Shanghai; `other()` is a second instance on the same archive. */
export function archiveBench(now: string) {
  const clock = new FakeClock(at(now))
  const archive = new FakeArchive()
  const datacube = new FakeDatacube()
  const pauses = new FakePauses()
  const attention = createAttention(clock)
  const remarks = new FakeRemarks()
  const errors: unknown[] = []
  const instance = () => {
    const fetcher = createPeriodFetcher({
      archive,
      datacube,
      clock,
      onError: error => errors.push(error),
    })
    return { fetcher, reader: createPeriodReader({ archive, fetcher, clock, pauses: pauses.start, attention }) }
  }
  return { clock, attention, remarks, archive, datacube, pauses, errors, ...instance(), other: instance }
}
