import { describe, expect, it } from 'vitest'
import { createTracker, type TrackerOptions } from '../../sdk/tracker.ts'
import { FakeHost } from './fake-host.ts'

function begin(consent: TrackerOptions['consent'], host = new FakeHost()) {
  const tracker = createTracker(host, { key: 'wk_1', url: 'https://stats.example.com', consent })
  return { host, tracker }
}

describe('consent', () => {
  it('that is required keeps everything in memory until it is there', () => {
    const { host, tracker } = begin('required')
    host.life.launch({ scene: 1001 })
    for (let count = 0; count < 30; count += 1) tracker.track('a')
    host.life.show()
    host.life.hide()
    host.life.hide(true)
    host.pass(60_000)
    expect([host.posts, host.beacons, [...host.storage]]).toEqual([[], [], []])
    tracker.consent(true)
    expect(host.told[0]).toBe('launch')
    expect(host.events).toHaveLength(33)
  })

  it('that is refused forgets what there was and records nothing more', () => {
    const { host, tracker } = begin('granted')
    tracker.track('a')
    tracker.consent(false)
    tracker.track('b')
    host.life.hide()
    host.pass(60_000)
    expect(host.posts).toEqual([])
    expect(Object.fromEntries(host.storage)).toEqual({ 'data-assistant': '{"c":0}', 'data-assistant.frozen': '[]' })
  })

  it('that was given is remembered', () => {
    const first = begin('required')
    first.tracker.consent(true)
    const { host, tracker } = begin('required', new FakeHost(first.host.storage))
    tracker.track('a')
    host.pass(5000)
    expect(host.told).toEqual(['custom a'])
  })

  it('that was refused stays refused, whatever the app says', () => {
    const first = begin('granted')
    first.tracker.consent(false)
    const { host, tracker } = begin('granted', new FakeHost(first.host.storage))
    tracker.track('a')
    host.pass(60_000)
    expect(host.posts).toEqual([])
  })

  it('that is given after a no begins with a new visitor', () => {
    const { host, tracker } = begin('granted')
    tracker.track('a')
    host.pass(5000)
    const before = host.lastPost.body.visitor.id
    tracker.consent(false)
    host.lastPost.answer(0)
    tracker.consent(true)
    tracker.track('b')
    host.pass(60_000)
    expect(host.lastPost.body.visitor.id).not.toBe(before)
    expect(host.lastPost.body.events).toMatchObject([{ name: 'b', seq: 1 }])
  })

  it('withdrawn while a batch is under way sends it no second time', () => {
    const { host, tracker } = begin('granted')
    tracker.track('a')
    host.pass(5000)
    tracker.consent(false)
    host.lastPost.answer(503)
    host.pass(3_600_000)
    expect(host.posts).toHaveLength(1)
  })

  it('is asked before anything is passed on to WeChat', () => {
    const host = new FakeHost()
    const options = { key: 'wk_1', url: 'https://stats.example.com', consent: 'required', reportEvent: true } as const
    const tracker = createTracker(host, options)
    tracker.reportEvent('a', {})
    tracker.consent(true)
    tracker.reportEvent('b', {})
    expect(host.reported).toEqual([['b', {}]])
  })
})
