import { describe, expect, it } from 'vitest'
import { createLastViews, type KeyValueStorage } from '../../../src/api/last-views.ts'

function shelf(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>()
  const storage: KeyValueStorage = {
    getItem: <T>(key: string) => (kept.has(key) ? (JSON.parse(kept.get(key) ?? '') as T) : null),
    setItem: (key, value) => {
      const text = JSON.stringify(value)
      if (text.length > room) return false
      kept.set(key, text)
      return true
    },
    removeItem: key => void kept.delete(key),
  }
  return { kept, storage }
}

describe('last views', () => {
  it('come back as they were kept', () => {
    const views = createLastViews(shelf().storage)
    views.keep('ann', 'wx1/overview?newest', { data: { n: 0, missing: null }, at: 5 })
    expect(views.read('ann', 'wx1/overview?newest')).toEqual({ data: { n: 0, missing: null }, at: 5 })
  })

  it('go one by one', () => {
    const views = createLastViews(shelf().storage)
    for (const name of ['notices', 'apps']) views.keep('ann', name, { data: name, at: 1 })
    views.forget('ann', 'notices')
    expect(['notices', 'apps'].map(name => views.read('ann', name)?.data)).toEqual([undefined, 'apps'])
  })

  it('belong to one person', () => {
    const views = createLastViews(shelf().storage)
    views.keep('ann', 'apps', { data: 1, at: 1 })
    expect(views.read('bob', 'apps')).toBeNull()
  })

  it('drop the oldest over the count', () => {
    const views = createLastViews(shelf().storage, { count: 2, bytes: 1000, each: 1000 })
    for (const name of ['a', 'b', 'c']) views.keep('ann', name, { data: name, at: 1 })
    expect(['a', 'b', 'c'].map(name => views.read('ann', name) !== null)).toEqual([false, true, true])
  })

  it('count a view that is kept again as new', () => {
    const views = createLastViews(shelf().storage, { count: 2, bytes: 1000, each: 1000 })
    for (const name of ['a', 'b', 'a', 'c']) views.keep('ann', name, { data: name, at: 1 })
    expect(['a', 'b', 'c'].map(name => views.read('ann', name) !== null)).toEqual([true, false, true])
  })

  it('drop the oldest over the bytes', () => {
    const views = createLastViews(shelf().storage, { count: 9, bytes: 150, each: 1000 })
    views.keep('ann', 'a', { data: 'x'.repeat(80), at: 1 })
    views.keep('ann', 'b', { data: 'x'.repeat(80), at: 1 })
    expect(views.read('ann', 'a')).toBeNull()
    expect(views.read('ann', 'b')).not.toBeNull()
  })

  it('refuse a view that is too big and keep the last one', () => {
    const views = createLastViews(shelf().storage, { count: 9, bytes: 1000, each: 100 })
    views.keep('ann', 'a', { data: 'small', at: 1 })
    views.keep('ann', 'a', { data: 'x'.repeat(200), at: 2 })
    expect(views.read('ann', 'a')).toEqual({ data: 'small', at: 1 })
  })

  it('live with a phone that has no room', () => {
    const { storage, kept } = shelf(40)
    const views = createLastViews(storage)
    views.keep('ann', 'a', { data: 'x'.repeat(80), at: 1 })
    expect(kept.size).toBe(0)
  })

  it('of an app that is gone leave nothing', () => {
    const views = createLastViews(shelf().storage)
    for (const name of ['wx1/overview?newest', 'wx1/trend?x', 'wx11/overview?newest', 'apps'])
      views.keep('ann', name, { data: 1, at: 1 })
    views.forgetApp('ann', 'wx1')
    expect(views.read('ann', 'wx1/overview?newest')).toBeNull()
    expect(views.read('ann', 'wx1/trend?x')).toBeNull()
    expect(views.read('ann', 'wx11/overview?newest')).not.toBeNull()
    expect(views.read('ann', 'apps')).not.toBeNull()
  })

  it('of a section that is closed go with all that was asked of it', () => {
    const views = createLastViews(shelf().storage)
    const names = ['wx1/overview?newest', 'wx1/trend?x', 'wx1/trend?y', 'wx2/trend?x']
    for (const name of names) views.keep('ann', name, { data: 1, at: 1 })
    views.forgetReport('ann', 'wx1/trend?x')
    expect(names.filter(name => views.read('ann', name) !== null)).toEqual(['wx1/overview?newest', 'wx2/trend?x'])
  })

  it('stay of the apps that may still be seen, and of what is about no app', () => {
    const views = createLastViews(shelf().storage)
    const names = ['apps', 'wx1/overview?newest', 'wx11/overview?newest', 'wx2/trend?x']
    for (const name of names) views.keep('ann', name, { data: 1, at: 1 })
    views.keepApps('ann', ['wx1'])
    expect(names.filter(name => views.read('ann', name) !== null)).toEqual(['apps', 'wx1/overview?newest'])
  })

  it('leave nothing at all after a sign-out', () => {
    const { storage, kept } = shelf()
    const views = createLastViews(storage)
    views.keep('ann', 'apps', { data: 1, at: 1 })
    views.keep('bob', 'apps', { data: 1, at: 1 })
    views.forgetOwner('ann')
    expect([...kept.keys()].filter(key => key.includes('ann'))).toEqual([])
    expect(views.read('bob', 'apps')).not.toBeNull()
  })
})
