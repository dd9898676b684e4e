import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../src/api/api-error.ts'
import { secretRefusals } from '../../../src/contract/apps.ts'
import type { Issue } from '../../../src/contract/problems.ts'
import { checkForm, emptyForm, faultsOf, isFine, noFaults, tidy } from '../../../src/features/binding/model.ts'

const full = {
  appid: 'wx1234567890abcdef',
  secret: '0123456789abcdef0123456789abcdef',
  name: '青禾',
  kind: 'miniprogram',
} as const
const invalid = (...issues: Issue[]) => new ApiError({ code: 'invalid', status: 422, issues })
const issue = (code: string, path = '/secret', ip?: string): Issue => ({
  path,
  code,
  message: 'm',
  ...(ip ? { ip } : {}),
})

describe('before the server is asked', () => {
  it('a full form is fine', () => expect(isFine(checkForm(full, 'zh-CN'))).toBe(true))
  it('an empty form names each field', () => {
    expect(Object.keys(checkForm(emptyForm, 'zh-CN').fields)).toEqual(['appid', 'secret', 'name'])
  })
  it.each([
    ['appid', 'wx 123'],
    ['appid', 'wx1'],
    ['secret', 'with space'],
    ['secret', '中文'],
  ] as const)('a %s like %s is caught', (field, value) => {
    expect(Object.keys(checkForm({ ...full, [field]: value }, 'zh-CN').fields)).toEqual([field])
  })
  it('blanks that came with copying are taken off', () => {
    expect(tidy({ ...full, appid: ' wx1234567890abcdef\n', secret: `\t${full.secret}` })).toEqual(full)
  })
})

describe('a refusal', () => {
  it.each([
    ['appid_unknown', 'appid'],
    ['secret_wrong', 'secret'],
    ['kind_mismatch', 'kind'],
  ] as const)('%s stands at %s', (code, field) => {
    const faults = faultsOf(invalid(issue(code)), 'zh-CN')
    expect(Object.keys(faults.fields)).toEqual([field])
    expect(faults.form).toBeNull()
  })
  it('of the address names it for copying', () => {
    const faults = faultsOf(invalid(issue('ip_not_allowed', '/secret', '203.0.113.7')), 'zh-CN')
    expect(faults.ip).toBe('203.0.113.7')
    expect(faults.form).toContain('IP白名单')
  })
  it('of a frozen account belongs to no field', () => {
    expect(faultsOf(invalid(issue('account_frozen')), 'zh-CN').form).toContain('冻结')
  })
  it('has words of its own for each code', () => {
    const words = secretRefusals.map(code => JSON.stringify(faultsOf(invalid(issue(code)), 'zh-CN')))
    expect(new Set(words).size).toBe(secretRefusals.length)
  })
  it('of a shape stands at its field', () => {
    expect(Object.keys(faultsOf(invalid(issue('format', '/name')), 'en').fields)).toEqual(['name'])
  })
  it('of an unknown place shows what the server says', () => {
    expect(faultsOf(invalid(issue('unknown', '/extra')), 'en')).toMatchObject({ fields: {}, form: 'm' })
  })
  it.each([
    [new ApiError({ code: 'conflict', status: 409 }), { fields: { appid: expect.stringContaining('已经绑定') } }],
    [new ApiError({ code: 'upstream_failed', status: 502 }), { form: expect.stringContaining('核对') }],
    [new ApiError({ code: 'rate_limited', status: 429 }), { form: expect.stringContaining('频繁') }],
    [new Error('offline'), { form: expect.stringContaining('网络') }],
  ])('%s has words', (error, faults) => expect(faultsOf(error, 'zh-CN')).toEqual({ ...noFaults, ...faults }))
})
