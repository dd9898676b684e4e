import { expect, it } from 'vitest'
import { unbindApp } from '../../../server/usecases/unbind-app.ts'

const deed = { actorId: 'admin', at: 0 }

/** Unbinds an app, and tells what was done in which order. @param isBoundAgain somebody binds it before all have heard */
async function unbound(isBoundAgain: boolean): Promise<string[]> {
  const done: string[] = []
  const note = (what: string) => async () => void done.push(what)
  const apps = { unbind: note('unbind'), find: async () => (isBoundAgain ? {} : null) }
  const collect = {
    events: { erase: note('erase') },
    writeKeys: { forget: note('all have heard') },
    refused: { forget: () => undefined },
    erasures: { finish: note('finished') },
  }
  const deps = { apps, collect, forgetToken: () => undefined } as unknown as Parameters<typeof unbindApp>[0]
  await unbindApp(deps, 'wxapp1', { keepArchive: false }, deed)
  return done
}

it('what came while other instances had not heard yet is erased once they have', async () => {
  expect(await unbound(false)).toEqual(['erase', 'unbind', 'all have heard', 'erase', 'finished'])
})

it('an app that was bound again meanwhile keeps what it was sent since', async () => {
  expect(await unbound(true)).toEqual(['erase', 'unbind', 'all have heard', 'finished'])
})
