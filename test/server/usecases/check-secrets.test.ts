import { expect, it } from 'vitest'
import { UNREADABLE } from '../../../server/domain/token-words.ts'
import { UpstreamError } from '../../../server/domain/upstream.ts'
import { checkSecrets } from '../../../server/usecases/check-secrets.ts'
import { backfillBench } from '../../support/backfill-bench.ts'

/** Three apps, and which of their secrets open. */
async function check(opens: (appid: string) => boolean, more: object = {}) {
  const { bind, apps } = backfillBench('2026-07-15 16:00')
  for (const appid of ['wxapp1', 'wxapp2', 'wxapp3']) bind(appid, more)
  const notes: unknown[] = []
  const lines: unknown[] = []
  await checkSecrets({
    apps: { ...apps, noteToken: async (...note) => void notes.push(note) },
    secrets: {
      async read(appid) {
        if (opens(appid)) return 'secret'
        throw new UpstreamError('secret_unreadable', 'sealed with a lost key')
      },
    },
    log: { error: facts => lines.push(facts) },
  })
  return { notes, lines }
}

it('an AppSecret that no key opens is noted on its app and told to the operator', async () => {
  const { notes, lines } = await check(appid => appid !== 'wxapp2')
  expect(notes).toEqual([['wxapp2', 'refused', UNREADABLE]])
  expect(lines).toEqual([{ appids: ['wxapp2'] }])
})

it('once the key is back the note goes', async () => {
  const { notes, lines } = await check(() => true, { tokenState: 'refused', tokenDetail: UNREADABLE })
  expect(notes).toHaveLength(3)
  expect(notes[0]).toEqual(['wxapp1', 'ok', null])
  expect(lines).toEqual([])
})

it('what WeChat refused stays noted', async () => {
  expect((await check(() => true, { tokenState: 'refused' })).notes).toEqual([])
})
