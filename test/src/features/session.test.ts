import { describe, expect, it } from 'vitest'
import { destinationOf } from '../../../src/features/session/destination.ts'
import { qrImage } from '../../../src/features/session/qr-model.ts'

describe('where a sign-in leads', () => {
  it.each([
    ['/reports/overview/index?appid=wx1', '/reports/overview/index?appid=wx1'],
    ['/pages/handoff/index?code=abc', '/pages/handoff/index?code=abc'],
    ['', '/pages/apps/index'],
    [undefined, '/pages/apps/index'],
    ['/pages/signin/index?next=x', '/pages/apps/index'],
    ['https://evil.example/', '/pages/apps/index'],
    ['//evil.example/pages/', '/pages/apps/index'],
    ['javascript:alert(1)', '/pages/apps/index'],
  ])('%s → %s', (next, page) => expect(destinationOf(next)).toBe(page))
})

describe('the QR', () => {
  it('is an image without a network', () => expect(qrImage('https://a.example/')).toMatch(/^data:image\/svg\+xml,/))
  it('differs by what it says', () => expect(qrImage('a')).not.toBe(qrImage('b')))
})
