import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { segmentFiles } from '../../../../../server/adapters/events/journal/files.ts'
import { Journal } from '../../../../../server/adapters/events/journal/journal.ts'
import { heardLog } from '../../../../support/fakes/log.ts'
import { tempFolder } from '../../../../support/temp-folder.ts'

const codec = { encode: JSON.stringify, decode: (line: string): string => JSON.parse(line) }
const RECORD = 'x'.repeat(10_000)

/** A real disk of two megabytes, where this user may make one. */
function smallDisk(): string | null {
  const folder = tempFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

it('a disk that is really full refuses, loses nothing that was acknowledged, and recovers by itself', async context => {
  const folder = smallDisk()
  if (!folder) return context.skip('this user cannot mount a small disk')
  const files = segmentFiles(path.join(folder, 'journal'))
  const limits = { segmentBytes: 200_000, reserveBytes: 0 }
  const journal = await Journal.open({ files, codec, log: heardLog(), limits })
  const acknowledged: string[] = []
  const send = async (record: string) => {
    await journal.append(record)
    acknowledged.push(record)
  }
  await send(`before ${RECORD}`)
  const filler = path.join(folder, 'filler')
  const fill = () => {
    try {
      for (let size = 64_000; ; size += 4_000) writeFileSync(filler, Buffer.alloc(size))
    } catch {
      // as full as it gets
    }
  }
  fill()
  let refusals = 0
  for (let number = 0; number < 300 && refusals < 20; number++) {
    await send(`${number} ${RECORD}`).catch(error => {
      expect(error).toMatchObject({ name: 'EventStoreUnavailable' })
      refusals++
    })
  }
  expect(refusals).toBe(20)
  rmSync(filler)
  await send(`after ${RECORD}`)
  const replayed: string[] = []
  await Journal.open({ files, codec, log: heardLog(), limits, onReplayed: record => replayed.push(record) })
  expect(replayed).toEqual(acknowledged)
})
