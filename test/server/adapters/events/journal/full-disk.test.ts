import path from 'node:path'
import { expect, it } from 'vitest'
import { segmentFiles } from '../../../../../server/adapters/events/journal/files.ts'
import { Journal } from '../../../../../server/adapters/events/journal/journal.ts'
import { heardLog } from '../../../../support/fakes/log.ts'
import { smallDisk } from '../../../../support/small-disk.ts'
import { tempFolder } from '../../../../support/temp-folder.ts'

const codec = { encode: JSON.stringify, decode: (line: string): string => JSON.parse(line) }
const RECORD = 'x'.repeat(10_000)

it('a disk that is really full refuses, loses nothing that was acknowledged, and recovers by itself', async context => {
  const folder = tempFolder()
  const disk = smallDisk(folder, 2)
  if (!disk) return context.skip('this user cannot mount a small disk')
  const files = segmentFiles(path.join(folder, 'journal'))
  const limits = { segmentBytes: 200_000, reserveBytes: 0 }
  const journal = await Journal.open({ files, codec, log: heardLog(), limits })
  const acknowledged: string[] = []
  const send = async (record: string) => {
    await journal.append(record)
    acknowledged.push(record)
  }
  await send(`before ${RECORD}`)
  disk.fill()
  let refusals = 0
  for (let number = 0; number < 300 && refusals < 20; number++) {
    await send(`${number} ${RECORD}`).catch(error => {
      expect(error).toMatchObject({ name: 'EventStoreUnavailable' })
      refusals++
    })
  }
  expect(refusals).toBe(20)
  disk.clear()
  await send(`after ${RECORD}`)
  const replayed: string[] = []
  await Journal.open({ files, codec, log: heardLog(), limits, onReplayed: record => replayed.push(record) })
  expect(replayed).toEqual(acknowledged)
})
