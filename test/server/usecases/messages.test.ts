import { describe, expect, it } from 'vitest'
import type { Assistant, Consents, Delivery } from '../../../server/ports/assistant.ts'
import { createMessages } from '../../../server/usecases/messages.ts'
import { at, FakeClock } from '../../support/fakes/clock.ts'

const template = { id: 'template-granted', title: '授权成功通知', fields: [{ key: 'thing1', label: '应用名称' }] }

class FakeConsents implements Consents {
  readonly counts = new Map<string, number>()
  async of(personId: string) {
    const own = [...this.counts].filter(([key]) => key.startsWith(`${personId} `))
    return new Map(own.map(([key, count]) => [key.split(' ')[1] ?? '', count]))
  }
  async add(personId: string, templateIds: string[]) {
    for (const id of templateIds) this.counts.set(`${personId} ${id}`, (this.counts.get(`${personId} ${id}`) ?? 0) + 1)
  }
  async take(personId: string, templateId: string) {
    const key = `${personId} ${templateId}`
    const count = this.counts.get(key) ?? 0
    if (count > 0) this.counts.set(key, count - 1)
    return count > 0
  }
  async clear(personId: string, templateId: string) {
    this.counts.set(`${personId} ${templateId}`, 0)
  }
}

/** Messages whose WeChat answers `delivery`, with `granted` set by the template's title. */
function desk(delivery: Delivery = 'sent', settings: Record<string, string> = { granted: '授权成功通知' }) {
  const sent: object[] = []
  const warned: string[] = []
  let asked = 0
  const consents = new FakeConsents()
  const clock = new FakeClock(at('2026-07-15 11:00'))
  const assistant = {
    templates: async () => {
      asked += 1
      return [template]
    },
    send: async (message: object) => {
      sent.push(message)
      return delivery
    },
  } as unknown as Assistant
  const messages = createMessages({
    assistant,
    consents,
    openids: { of: async personId => (personId === 'no-openid' ? null : `openid of ${personId}`) },
    people: {
      find: async id => ({ id, nickname: id, avatarUrl: null, handle: null, locale: 'zh-CN', pin: '0420' }),
    },
    apps: { find: async appid => ({ appid, name: '青禾' }) as never },
    clock,
    log: { info: () => {}, warn: (_facts, words) => void warned.push(words) },
    templates: settings,
  })
  const deliver = async (to: string[]) => {
    messages.deliver({ kind: 'granted', appid: 'wx1', by: 'admin', to })
    await messages.idle()
  }
  const remaining = async (personId: string) => (await messages.subscriptions(personId)).subscriptions[0]?.remaining
  return { messages, consents, sent, warned, deliver, remaining, clock, asked: () => asked }
}

describe('a message', () => {
  it('goes out once for each consent, to who consented', async () => {
    const { messages, deliver, sent, remaining } = desk()
    await messages.accept('lin', [template.id])
    await deliver(['lin', 'wang'])
    await deliver(['lin'])
    expect(sent).toEqual([
      {
        openid: 'openid of lin',
        templateId: template.id,
        page: 'pages/apps/index',
        data: { thing1: { value: '青禾' } },
        lang: 'zh_CN',
      },
    ])
    expect(await remaining('lin')).toBe(0)
  })

  it('is counted by person and template, one for each accept', async () => {
    const { messages, remaining } = desk()
    await messages.accept('lin', [template.id])
    await messages.accept('lin', [template.id, 'somebody-elses'])
    expect(await remaining('lin')).toBe(2)
    expect(await remaining('wang')).toBe(0)
  })

  it('that WeChat has no right for ends what was counted', async () => {
    const { messages, deliver, remaining } = desk('no_consent')
    for (let n = 0; n < 3; n++) await messages.accept('lin', [template.id])
    await deliver(['lin'])
    expect(await remaining('lin')).toBe(0)
  })

  it('that did not go out was not used up', async () => {
    const { messages, deliver, remaining } = desk('failed')
    await messages.accept('lin', [template.id])
    await deliver(['lin'])
    expect(await remaining('lin')).toBe(1)
  })

  it('is not tried for who has no openid', async () => {
    const { messages, deliver, sent, remaining } = desk()
    await messages.accept('no-openid', [template.id])
    await deliver(['no-openid'])
    expect(sent).toEqual([])
    expect(await remaining('no-openid')).toBe(1)
  })
})

describe('the templates', () => {
  it('are named by title or by id, and asked for once an hour', async () => {
    const { messages, clock, asked } = desk('sent', { granted: template.id })
    for (let n = 0; n < 3; n++) expect((await messages.subscriptions('lin')).subscriptions).toHaveLength(1)
    expect(asked()).toBe(1)
    clock.advance(3_600_000)
    await messages.subscriptions('lin')
    expect(asked()).toBe(2)
  })

  it('that WeChat does not have are told to the operator', async () => {
    const { messages, warned } = desk('sent', { granted: '没有的模板' })
    expect(await messages.subscriptions('lin')).toEqual({ subscriptions: [] })
    expect(warned).toEqual(['WeChat has no such message template'])
  })

  it('are not asked for where the settings name none', async () => {
    const { messages, asked } = desk('sent', {})
    expect(await messages.subscriptions('lin')).toEqual({ subscriptions: [] })
    expect(asked()).toBe(0)
  })
})
