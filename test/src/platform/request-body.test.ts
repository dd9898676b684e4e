import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { sentBody } from '../../../src/platform/request-body.ts'

describe('what goes over the line', () => {
  it.each([
    ['nothing', undefined, undefined, undefined],
    ['JSON', { nickname: '林' }, '{"nickname":"林"}', 'application/json'],
    ['a null', null, 'null', 'application/json'],
  ])('%s', (_what, body, data, type) => {
    const sent = sentBody(body)
    expect([sent.data, sent.headers['content-type']]).toEqual([data, type])
  })
  it.each([
    ['this realm', new Uint8Array([1, 2]).buffer],
    ['another realm', runInNewContext('new Uint8Array([1, 2]).buffer')],
  ])('bytes as they are, of %s', (_where, bytes) => {
    const sent = sentBody(bytes)
    expect(sent.data).toBe(bytes)
    expect(sent.headers['content-type']).toBe('application/octet-stream')
  })
})
