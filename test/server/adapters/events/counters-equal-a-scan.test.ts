import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDuckdbEngine } from '../../../../server/adapters/events/duckdb/engine.ts'
import { counterMinutes } from '../../../../server/adapters/events/engine.ts'
import { allAnswers } from '../../../support/events/all-answers.ts'
import { naiveReports } from '../../../support/events/naive-reports.ts'
import { world, worldApps, worldDay } from '../../../support/events/worlds.ts'

describe('counters', () => {
  it('equal a scan of all events, whatever arrives in whatever order and is counted whenever', {
    timeout: 120_000,
  }, async () => {
    const engine = await openDuckdbEngine({ file: ':memory:', memoryLimitMb: 256, threads: 1 })
    try {
      await fc.assert(
        fc.asyncProperty(world, async steps => {
          for (const appid of worldApps) await engine.erase(appid)
          for (const { batch, lengths } of steps) {
            await engine.insert([batch])
            if (lengths.length > 0) await engine.count(0, lengths)
          }
          await engine.count(0, counterMinutes)
          const batches = steps.map(({ batch }) => batch)
          for (const appid of worldApps) {
            const scanned = await allAnswers(naiveReports(batches, appid), appid, worldDay)
            expect(await allAnswers(engine.reports, appid, worldDay)).toEqual(scanned)
          }
        }),
        { numRuns: Number(process.env.WORLDS ?? 12) },
      )
    } finally {
      await engine.close()
    }
  })
})
