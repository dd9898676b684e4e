import { onTestFinished } from 'vitest'
import { demoApps, startSandbox } from '../../server/sandbox/index.ts'
import { createAttention } from '../../server/usecases/attention.ts'
import { createPeriodFetcher } from '../../server/usecases/fetch-periods.ts'
import { createPeriodReader } from '../../server/usecases/read-periods.ts'
import { createReports } from '../../server/usecases/reports.ts'
import { FakeArchive } from './fakes/archive.ts'
import { at, FakeClock } from './fakes/clock.ts'
import { FakePauses } from './fakes/pauses.ts'
import { FakeRemarks } from './fakes/remarks.ts'
import { testClient } from './wechat-client.ts'

/** The whole way of a number, from the emulator over its socket to the report; both on one clock. */
export async function sandboxReports(now = '2026-07-15 16:00') {
  const clock = new FakeClock(at(now))
  const sandbox = await startSandbox({ apps: demoApps, now: () => clock.now() })
  onTestFinished(() => sandbox.close())
  const client = testClient(sandbox.url, { clock })
  for (const { appid, secret } of demoApps) client.secrets.set(appid, secret)
  const archive = new FakeArchive()
  const onError = (error: unknown) => {
    throw error
  }
  const fetcher = createPeriodFetcher({ archive, datacube: client.datacube, clock, onError })
  const attention = createAttention(clock)
  const reader = createPeriodReader({ archive, fetcher, clock, pauses: new FakePauses().start, attention })
  const reports = createReports({ archive, clock, reader, remarks: new FakeRemarks() })
  const callsTo = (name: string) => sandbox.calls.filter(call => call.path.endsWith(name)).length
  return { clock, sandbox, archive, reports, callsTo }
}
