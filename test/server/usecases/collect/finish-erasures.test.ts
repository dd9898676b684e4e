import { expect, it } from 'vitest'
import { finishErasure, finishErasures } from '../../../../server/usecases/collect/finish-erasures.ts'
import { FakeErasures } from '../../../support/fakes/erasures.ts'

/** Apps of which an unbinding broke off. @param fails an app whose events cannot be erased now */
function leftOf(appids: string[], fails?: string) {
  const erased: string[] = []
  const erasures = new FakeErasures()
  for (const appid of appids) erasures.open.add(appid)
  const events = {
    async erase(appid: string) {
      if (appid === fails) throw new Error('the store hangs')
      erased.push(appid)
    },
  }
  const desk = { events, erasures } as unknown as Parameters<typeof finishErasures>[0]
  return { desk, erased, erasures }
}

it('the next start erases what unbindings that broke off have left, once', async () => {
  const { desk, erased } = leftOf(['wxa', 'wxb'])
  await finishErasures(desk)
  await finishErasures(desk)
  expect(erased).toEqual(['wxa', 'wxb'])
})

it('what could not be erased stays written down', async () => {
  const { desk, erasures } = leftOf(['wxa', 'wxb'], 'wxb')
  await expect(finishErasures(desk)).rejects.toThrow('the store hangs')
  expect(await erasures.all()).toEqual(['wxb'])
})

it('an app that was unbound in order has nothing that need be erased before it is bound again', async () => {
  const { desk, erased } = leftOf(['wxa'])
  await finishErasure(desk, 'wxother')
  expect(erased).toEqual([])
})
