import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeEvent } from '../../../../server/domain/collect/judge-event.ts'
import type { CollectedEvent, EventContext } from '../../../../server/ports/events.ts'
import { eventRefusals } from '../../../../src/contract/collect.ts'
import { at } from '../../../support/fakes/clock.ts'

const NOW = at('2026-07-15 11:00')
const visitor = { id: 'device-1', openidHash: null, unionidHash: null }
const context: EventContext = {
  platform: 'ios',
  model: null,
  system: null,
  appVersion: null,
  network: null,
  env: 'release',
}
const rule = { receivedAt: NOW, fault: 0, oldestMs: 7 * 86_400_000 }
const judge = (raw: unknown, changed: Partial<typeof rule> = {}) =>
  judgeEvent(raw, visitor, context, { ...rule, ...changed })
const view = (fields: object = {}) => ({ type: 'view', at: NOW, path: 'pages/main', ...fields })
const taken = (fields: object, changed: Partial<typeof rule> = {}): CollectedEvent => {
  const judged = judge(view(fields), changed)
  if (typeof judged === 'string') throw new Error(`refused: ${judged}`)
  return judged
}

describe('an event is refused', () => {
  it.each<[string, unknown, string]>([
    ['that is a text', 'view', 'event'],
    ['that is null', null, 'event'],
    ['that is a list', [view()], 'event'],
    ['of no type', view({ type: undefined }), 'type'],
    ['of an unknown type', view({ type: 'blink' }), 'type'],
    ['of a type that every object has', view({ type: 'constructor' }), 'type'],
    ['without a time', view({ at: undefined }), 'at'],
    ['whose time is a text', view({ at: String(NOW) }), 'at'],
    ['whose time is null', view({ at: null }), 'at'],
    ['of the year 1970', view({ at: 0 }), 'too_old'],
    ['whose time is in seconds', view({ at: NOW / 1000 }), 'too_old'],
    ['a millisecond older than seven days', view({ at: NOW - 7 * 86_400_000 - 1 }), 'too_old'],
    ['a view without a path', view({ path: undefined }), 'path'],
    ['a leave whose path is no text', view({ type: 'leave', path: 7 }), 'path'],
    ['a share without a path', { type: 'share', at: NOW }, 'path'],
  ])('%s', (_, raw, reason) => {
    expect(judge(raw)).toBe(reason)
  })
})

describe('the time of an event', () => {
  it.each<[string, number, Partial<typeof rule>, number]>([
    ['stays as told', NOW - 1000, {}, NOW - 1000],
    ['is a whole number', NOW - 1000.5, {}, NOW - 1001],
    ['stays seven days old', NOW - 7 * 86_400_000, {}, NOW - 7 * 86_400_000],
    ['stays five minutes ahead', NOW + 300_000, {}, NOW + 300_000],
    ['further ahead is that of its receipt', NOW + 300_001, {}, NOW],
    ['of the year 2100 is that of its receipt', at('2100-01-01 00:00'), {}, NOW],
    ['is moved with the clock of its device', NOW - 5_000_000, { fault: 3_600_000 }, NOW - 1_400_000],
  ])('%s', (_, told, changed, expected) => {
    expect(taken({ at: told }, changed).at).toBe(expected)
  })

  it('of an import may lie any time ago', () => {
    expect(taken({ at: at('1995-08-01 00:00') }, { oldestMs: null as never }).at).toBe(at('1995-08-01 00:00'))
  })

  it('of an import is not before 1970', () => {
    expect(judge(view({ at: -1 }), { oldestMs: null as never })).toBe('at')
  })
})

describe('a path', () => {
  it.each([
    ['pages/a/index', 'pages/a/index'],
    ['/pages/a/index', 'pages/a/index'],
    ['//pages/a', 'pages/a'],
    ['/pages/a?id=1#top', 'pages/a'],
    ['pages/a#top?id=1', 'pages/a'],
    ['?id=1', '/'],
    ['', '/'],
    ['/', '/'],
    ['pages/a.html', 'pages/a.html'],
    ['a'.repeat(257), 'a'.repeat(256)],
    [`/${'a'.repeat(256)}?q`, 'a'.repeat(256)],
  ])('%s is %s', (told, kept) => {
    expect(taken({ path: told }).path).toBe(kept)
  })

  it('is no need of an event that is of no page', () => {
    expect(judge({ type: 'launch', at: NOW })).toMatchObject({ type: 'launch', path: null })
  })
})

describe('an optional field that is of no use is left out', () => {
  it.each<[string, object, Partial<CollectedEvent>]>([
    ['a scene as text', { scene: '1001' }, { scene: null }],
    ['a negative scene', { scene: -1 }, { scene: null }],
    ['a broken sequence', { seq: 1.5 }, { seq: null }],
    ['a negative stay', { stayMs: -1 }, { stayMs: null }],
    ['a stay as text', { stayMs: '12' }, { stayMs: null }],
    ['an amount in yuan', { amountFen: 12.5 }, { amountFen: null }],
    ['a name that is a number', { name: 7 }, { name: null }],
    ['an empty name', { name: '' }, { name: null }],
    ['properties that are a list', { props: [1] }, { props: null }],
    ['properties that are none', { props: {} }, { props: null }],
  ])('%s', (_, fields, kept) => {
    expect(taken(fields)).toMatchObject(kept)
  })
})

describe('what is too long is cut', () => {
  it.each<[string, object, Partial<CollectedEvent>]>([
    ['a session', { session: 's'.repeat(65) }, { session: 's'.repeat(64) }],
    ['a referrer', { referrer: 'r'.repeat(300) }, { referrer: 'r'.repeat(256) }],
    ['a name', { name: '名'.repeat(65) }, { name: '名'.repeat(64) }],
    ['a name in the middle of no character', { name: '😀'.repeat(65) }, { name: '😀'.repeat(64) }],
    ['a stay beyond a day', { stayMs: 1e12 }, { stayMs: 86_400_000 }],
  ])('%s', (_, fields, kept) => {
    expect(taken(fields)).toMatchObject(kept)
  })

  it('lone surrogates and NUL become the character for what is unknown', () => {
    expect(taken({ name: 'a\uD800b\0c' }).name).toBe('a\uFFFDb\uFFFDc')
  })
})

describe('properties', () => {
  const kept = (props: unknown) => JSON.parse(taken({ props }).props ?? 'null')

  it('keep texts, numbers, truths and nothings', () => {
    const props = { text: '甲', number: 1.5, yes: true, none: null }
    expect(kept(props)).toEqual(props)
  })

  it('are the first twenty', () => {
    const props = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`p${index}`, index]))
    expect(Object.keys(kept(props))).toEqual(Array.from({ length: 20 }, (_, index) => `p${index}`))
  })

  it('have names of 64 and values of 256 characters', () => {
    expect(kept({ ['n'.repeat(70)]: 'v'.repeat(300) })).toEqual({ ['n'.repeat(64)]: 'v'.repeat(256) })
  })

  it('keep the first of two that are one name when cut', () => {
    expect(kept({ [`${'n'.repeat(64)}1`]: 1, [`${'n'.repeat(64)}2`]: 2 })).toEqual({ ['n'.repeat(64)]: 1 })
  })

  it('keep what is nested as its JSON text', () => {
    expect(kept({ cart: { items: [{ id: 7, tags: ['甲'] }] } })).toEqual({ cart: '{"items":[{"id":7,"tags":["甲"]}]}' })
  })

  it('take `__proto__` for a name like any other', () => {
    const event = JSON.parse(`{"type":"view","at":${NOW},"path":"a","props":{"__proto__":{"admin":true},"a":1}}`)
    const judged = judge(event) as CollectedEvent
    expect(judged.props).toBe('{"__proto__":"{\\"admin\\":true}","a":1}')
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })

  it('nested a hundred thousand deep are cut like any other', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(kept({ deep })).toEqual({ deep: '[[[[null]]]]' })
  })

  it('of a quarter megabyte are cut after the first 256 characters', () => {
    const wide = Array.from({ length: 100_000 }, (_, index) => index)
    expect(kept({ wide }).wide).toHaveLength(256)
  })
})

describe('whatever is sent', () => {
  const anything = fc.anything({ withNullPrototype: true, withBigInt: false, withDate: false })
  const event = fc.record({
    type: fc.oneof(fc.constantFrom('view', 'custom', 'launch'), anything),
    at: fc.oneof(fc.constant(NOW), fc.double(), anything),
    path: fc.oneof(fc.string({ unit: 'binary' }), anything),
    name: fc.string({ unit: 'binary', maxLength: 200 }),
    props: fc.oneof(fc.object(), fc.dictionary(fc.string({ unit: 'binary' }), anything), anything),
    seq: anything,
    stayMs: anything,
    scene: anything,
  })

  it('an event is kept whole and bounded, or refused for a reason that is named', () => {
    fc.assert(
      fc.property(event, raw => {
        const judged = judge(raw)
        if (typeof judged === 'string') {
          expect(eventRefusals).toContain(judged)
          return
        }
        const { at, path, name, props, seq, stayMs } = judged
        expect(Number.isSafeInteger(at) && at <= NOW + 300_000 && at >= NOW - rule.oldestMs).toBe(true)
        for (const text of [path, name, props]) expect(text ?? '').not.toMatch(/[\p{Cs}\0]/u)
        expect([...(path ?? '')].length).toBeLessThanOrEqual(256)
        expect([...(name ?? '')].length).toBeLessThanOrEqual(64)
        expect(Object.keys(JSON.parse(props ?? '{}')).length).toBeLessThanOrEqual(20)
        for (const number of [seq, stayMs]) expect(number === null || number >= 0).toBe(true)
      }),
    )
  })
})
