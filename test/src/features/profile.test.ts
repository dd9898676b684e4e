import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../src/api/api-error.ts'
import { changesOf, checkForm, eraseRefusal, faultsOf, isFine } from '../../../src/features/profile/model.ts'

const me = { nickname: '林知远', handle: 'lin_zhiyuan' }
const refusal = (code: 'conflict' | 'invalid' | 'internal', status: number, rest = {}) =>
  new ApiError({ code, status, ...rest })

describe('what is sent of a profile', () => {
  it.each([
    ['nothing new', me, {}],
    ['blanks around', { nickname: ' 林知远 ', handle: 'lin_zhiyuan ' }, {}],
    ['another name', { ...me, nickname: '林远' }, { nickname: '林远' }],
    ['another handle', { ...me, handle: 'lin_yuan' }, { handle: 'lin_yuan' }],
    ['the handle taken away', { ...me, handle: ' ' }, { handle: null }],
  ])('%s', (_what, form, changes) => expect(changesOf(me, form)).toEqual(changes))
  it('an empty handle is the same as none', () =>
    expect(changesOf({ ...me, handle: null }, { ...me, handle: '' })).toEqual({}))
})

describe('what can be seen to be wrong before it is sent', () => {
  it.each([
    [{ ...me, nickname: ' ' }, { nickname: '昵称不能空着' }],
    [{ ...me, handle: '1abcde' }, { handle: '以字母开头，5 到 32 位字母、数字、下划线或减号' }],
    [{ ...me, handle: 'abcd' }, { handle: '以字母开头，5 到 32 位字母、数字、下划线或减号' }],
    [{ ...me, handle: '' }, {}],
  ])('%j', (form, fields) => expect(checkForm(form, 'zh-CN').fields).toEqual(fields))
  it('nothing of a good one', () => expect(isFine(checkForm(me, 'zh-CN'))).toBe(true))
})

describe('a refusal', () => {
  const issues = [{ path: '/nickname', code: 'unsuitable', message: '换个昵称' }]
  it.each([
    ['handle taken', refusal('conflict', 409), { fields: { handle: '这个微信号已被其他人填写。' }, form: null }],
    ['word check', refusal('invalid', 422, { issues }), { fields: { nickname: '换个昵称' }, form: null }],
    ['broken server', refusal('internal', 500), { fields: {}, form: '没有成功，请再试一次。' }],
    ['no network', new Error('offline'), { fields: {}, form: '现在没有网络' }],
  ])('of a change stands in its place: %s', (_what, error, faults) => expect(faultsOf(error, 'zh-CN')).toEqual(faults))

  it.each([
    [refusal('conflict', 409, { detail: '先添加另一位。' }), '先添加另一位。'],
    [refusal('conflict', 409), '你是某个应用的最后一位管理员。请先为它添加另一位管理员，或解绑它。'],
    [refusal('internal', 500), '没有成功，请再试一次。'],
    [new Error('offline'), '现在没有网络'],
  ])('to erase says what to do: %s', (error, words) => expect(eraseRefusal(error, 'zh-CN')).toBe(words))
})
