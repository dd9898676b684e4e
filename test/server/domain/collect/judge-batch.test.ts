import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeBatch } from '../../../../server/domain/collect/judge-batch.ts'
import { isOfAnotherApp } from '../../../../server/domain/collect/referer.ts'
import { at } from '../../../support/fakes/clock.ts'

const NOW = at('2026-07-15 11:00')
const HOUR = 3_600_000
const hashes = { openid: (plain: string) => `open ${plain}`, unionid: (plain: string) => `union ${plain}` }
const view = (fields: object = {}) => ({ type: 'view', at: NOW, path: 'pages/main', ...fields })
const body = (fields: object = {}) => ({
  key: 'wk_x',
  batch: 'b-1',
  sentAt: NOW,
  visitor: { id: 'device-1' },
  events: [view()],
  ...fields,
})
const judge = (fields: object = {}) => judgeBatch(body(fields), NOW, hashes)
const taken = (fields: object = {}) => {
  const judged = judge(fields)
  if ('faults' in judged) throw new Error(`refused: ${JSON.stringify(judged.faults)}`)
  return judged
}

describe('a batch is taken as a whole or not at all', () => {
  it.each<[string, object, string[]]>([
    ['without a name', { batch: undefined }, ['/batch required']],
    ['whose name is a number', { batch: 7 }, ['/batch type']],
    ['without the time of its sending', { sentAt: undefined }, ['/sentAt required']],
    ['sent at a text', { sentAt: '2026' }, ['/sentAt type']],
    ['of nobody', { visitor: undefined }, ['/visitor/id required']],
    ['of a visitor without id', { visitor: { openid: 'o' } }, ['/visitor/id required']],
    ['of a visitor whose id is empty', { visitor: { id: '' } }, ['/visitor/id type']],
    ['without events', { events: undefined }, ['/events required']],
    ['with several faults', { batch: null, sentAt: null }, ['/batch type', '/sentAt type']],
  ])('%s', (_, fields, faults) => {
    const judged = judge(fields)
    expect('faults' in judged && judged.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(faults)
  })

  it('of no events is taken', () => {
    expect(taken({ events: [] })).toEqual({ batch: 'b-1', events: [], rejected: [] })
  })

  it('with fields that nobody knows is taken', () => {
    expect(taken({ future: { a: 1 }, events: [view({ future: [1] })] }).events).toHaveLength(1)
  })
})

it('a bad event never loses its neighbours', () => {
  const events = [
    view(),
    view({ at: '5' }),
    view(),
    null,
    view({ type: 'x' }),
    view({ at: 5 }),
    { type: 'share', at: NOW },
  ]
  const { events: kept, rejected } = taken({ events })
  expect(kept).toHaveLength(2)
  expect(rejected.map(({ index, reason }) => `${index} ${reason}`)).toEqual([
    '1 at',
    '3 event',
    '4 type',
    '5 too_old',
    '6 path',
  ])
})

describe('the clock of a device', () => {
  it.each<[string, number, number]>([
    ['half a minute of travel is not corrected', -30_000, 0],
    ['half a minute ahead is not corrected', 30_000, 0],
    ['beyond it the times move', -30_001, 30_001],
    ['an hour ahead goes back', HOUR, -HOUR],
    ['of the year 1970 comes to the present', -NOW, NOW],
    ['of the year 2100 comes back to the present', at('2100-01-01 00:00') - NOW, NOW - at('2100-01-01 00:00')],
  ])('%s', (_, ahead, moved) => {
    const told = NOW + ahead - 10_000
    expect(taken({ sentAt: NOW + ahead, events: [view({ at: told })] }).events[0]?.at).toBe(told + moved)
  })
})

describe('who and where', () => {
  it('ids of WeChat’s are hashed', () => {
    const [event] = taken({ visitor: { id: 'd', openid: 'o', unionid: 'u' } }).events
    expect(event?.visitor).toEqual({ id: 'd', openidHash: 'open o', unionidHash: 'union u' })
  })

  it('ids are cut at 64 characters', () => {
    const [event] = taken({ visitor: { id: 'd'.repeat(65), openid: 7 } }).events
    expect(event?.visitor).toEqual({ id: 'd'.repeat(64), openidHash: null, unionidHash: null })
  })

  it.each([
    [undefined, 'release'],
    ['release', 'release'],
    ['trial', 'trial'],
    ['develop', 'develop'],
    ['gray', 'develop'],
    [7, 'release'],
  ])('env %s counts as %s', (env, expected) => {
    expect(taken({ context: { env } }).events[0]?.context.env).toBe(expected)
  })

  it('all events of a batch share one visitor and one context', () => {
    const { events } = taken({ context: { model: 'iPhone 15' }, events: [view(), view()] })
    expect(events[0]?.context).toBe(events[1]?.context)
    expect(events[0]?.visitor).toBe(events[1]?.visitor)
  })
})

it('each event of a batch is either kept or refused, in order', () => {
  const raw = fc.array(fc.oneof(fc.constant(view()), fc.anything()), { maxLength: 30 })
  fc.assert(
    fc.property(raw, events => {
      const { events: kept, rejected } = taken({ events })
      expect(kept.length + rejected.length).toBe(events.length)
      expect(rejected.map(({ index }) => index)).toEqual(rejected.map(({ index }) => index).sort((a, b) => a - b))
    }),
  )
})

describe('a referer', () => {
  it.each([
    ['of the app itself', 'https://servicewechat.com/wxfeedface00000001/12/page-frame.html', false],
    ['of another app', 'https://servicewechat.com/wxfeedface00000002/12/page-frame.html', true],
    ['of another app, and nothing more', 'https://servicewechat.com/wxfeedface00000002', true],
    ['of another app in capitals', 'HTTPS://ServiceWeChat.com/wxfeedface00000002/0/', true],
    ['of a web page', 'https://shop.example.com/wxfeedface00000002/', false],
    ['of a site that sounds like it', 'https://servicewechat.com.example.com/wxfeedface00000002/', false],
    ['of nobody', undefined, false],
  ])('%s', (_, referer, isOther) => {
    expect(isOfAnotherApp(referer, 'wxfeedface00000001')).toBe(isOther)
  })
})
