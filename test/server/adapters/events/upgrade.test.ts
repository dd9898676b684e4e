import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDuckdbEngine } from '../../../../server/adapters/events/duckdb/engine.ts'
import { counterMinutes } from '../../../../server/adapters/events/engine.ts'
import { startOfDay } from '../../../../src/contract/periods.ts'
import { allAnswers } from '../../../support/events/all-answers.ts'
import { aBatch, anEvent } from '../../../support/events/build.ts'
import { naiveReports } from '../../../support/events/naive-reports.ts'
import { worldApps, worldDay } from '../../../support/events/worlds.ts'
import { temporaryFolder } from '../../../support/server-process.ts'

const [app] = worldApps
const noon = startOfDay(worldDay, 12)
const visit = (batch: string, at: number, path: string) => aBatch(app, batch, [anEvent({ at, who: 'ann', path })])

describe('a store of events that an older program wrote', () => {
  let data: Awaited<ReturnType<typeof temporaryFolder>>
  let file: string
  const open = () => openDuckdbEngine({ file, memoryLimitMb: 128, threads: 1 })
  const change = async (...statements: string[]) => {
    const instance = await DuckDBInstance.create(file)
    const connection = await instance.connect()
    for (const statement of statements) await connection.run(statement)
    instance.closeSync()
  }
  beforeEach(async () => {
    data = await temporaryFolder()
    file = path.join(data.folder, 'events.duckdb')
  })
  afterEach(() => data.remove())

  it('counts on where it stopped, and counts what it had kept as a new one does', async () => {
    const before = [visit('one', noon, 'pages/b'), visit('two', noon - 60_000, 'pages/a')]
    const first = await open()
    await first.insert(before)
    await first.count(noon, counterMinutes)
    await first.close()
    // the shape of the first version
    await change(
      ...[
        'versions',
        'starts',
        'presence',
        'hot',
        'day_marks',
        'day_counted',
        'day_firsts',
        'day_sharers',
        'outdated',
      ].map(table => `drop table ${table}`),
    )
    const second = await open()
    const after = [visit('three', noon - 120_000, 'pages/c'), visit('four', noon + 60_000, 'pages/a')]
    await second.insert(after)
    await second.count(noon, counterMinutes)
    const scanned = await allAnswers(naiveReports([...before, ...after], app), app, worldDay)
    expect(await allAnswers(second.reports, app, worldDay)).toEqual(scanned)
    await second.close()
  })

  it('is not opened when a newer program wrote it', async () => {
    await (await open()).close()
    await change('update versions set version = 1000')
    await expect(open()).rejects.toThrow(/version 1000/)
  })
})
