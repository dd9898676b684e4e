import { afterAll, beforeAll, describe } from 'vitest'
import type { TestStores } from '../database.ts'
import { describeAccess } from './stores/access.ts'
import { describeApps } from './stores/apps.ts'
import { describeArchive } from './stores/archive.ts'
import { describeCollector } from './stores/collector.ts'
import { describeHandoffs } from './stores/handoffs.ts'
import { describePeople } from './stores/people.ts'
import { describeRemarks } from './stores/remarks.ts'
import { describeSessions } from './stores/sessions.ts'
import { describeTokens } from './stores/tokens.ts'

/** What every engine's stores must do. @param open stores on an empty database */
export function describeStores(engine: string, open: () => Promise<TestStores>): void {
  describe(`stores on ${engine}`, () => {
    let opened: TestStores
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())
    const test = () => opened

    describePeople(test)
    describeSessions(test)
    describeHandoffs(test)
    describeApps(test)
    describeAccess(test)
    describeTokens(test)
    describeArchive(test)
    describeRemarks(test)
    describeCollector(test)
  })
}
