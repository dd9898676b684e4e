import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../src/api/api-error.ts'
import type { InvitationView } from '../../../src/contract/invitations.ts'
import { cardFacts, codeIn, leftText, refusalOf, sectionsOf } from '../../../src/features/invitation/model.ts'

const now = Date.parse('2026-07-15T10:46:00+08:00')
const card: InvitationView = {
  appName: '青禾生鲜到家',
  avatarUrl: null,
  inviter: { id: 'a1', nickname: '林知远', avatarUrl: null },
  scopes: ['visit', 'overview'],
  requireApproval: true,
  grantExpiresAt: '2026-08-31T23:59:59+08:00',
  expiresAt: '2026-07-16T08:26:00+08:00',
}
const facts = (rest: Partial<InvitationView> = {}) =>
  Object.fromEntries(cardFacts({ ...card, ...rest }, now, 'zh-CN').map(({ key, value }) => [key, value]))

const CODE = 'AbCdEfGhIjKlMnOpQr-_12'

describe('the code of a card', () => {
  it.each([
    ['alone, with the blanks that copying brings along', ` ${CODE}\n`],
    ['in the link of the web app', `https://data.example.com/#/pages/invitation/index?code=${CODE}`],
    ['in the page of a mini program code', `pages/invitation/index?scene=${CODE}`],
    ['in the page of a card from a chat', `/pages/invitation/index?code=${CODE}&from=chat`],
    [
      'in a message around the link',
      `看数据：https://data.example.com/#/pages/invitation/index?code=${CODE} 24 小时内有效`,
    ],
  ])('is found %s', (_where, text) => expect(codeIn(text)).toBe(CODE))

  it.each([
    ['', 'nothing'],
    ['https://example.com/', 'a link to elsewhere'],
    [CODE.slice(1), 'one sign too few'],
    [`${CODE}x`, 'one sign too many'],
    [`?code=${CODE}x`, 'one sign too many in a link'],
  ])('is not made out of %j: %s', text => expect(codeIn(text)).toBeNull())
})

describe('a card', () => {
  it('names what it opens, in the order of the menu', () =>
    expect(sectionsOf(card, 'zh-CN').map(({ title }) => title)).toEqual(['概况', '访问分析']))
  it('says until when, today and the last day counted', () => expect(facts().看到).toBe('8月31日，48 天'))
  it('says that there is no end', () => expect(facts({ grantExpiresAt: null }).看到).toBe('长期，直到取消'))
  it('says what stays closed', () => expect(facts().看不到).toBe('留存、页面、实时、画像、收入、跨应用、导出'))
  it.each([
    ['2026-07-16T08:26:00+08:00', '还剩 21 小时 40 分'],
    ['2026-07-15T11:00:00+08:00', '还剩 14 分钟'],
    ['2026-07-15T10:00:00+08:00', '已过期'],
  ])('good until %s: %s', (at, words) => expect(leftText(at, now, 'zh-CN')).toBe(words))
})

describe('a card that is not good', () => {
  const problem = (code: 'gone' | 'not_found' | 'conflict' | 'internal', status: number, detail?: string) =>
    new ApiError({ code, status, ...(detail ? { detail } : {}) })

  it.each([
    [problem('gone', 410, '这张邀请卡片已过期。'), '这张卡片不能用了', '这张邀请卡片已过期。', false],
    [problem('gone', 410), '这张卡片不能用了', '它已经用过、过期或者作废。请邀请你的人再发一张。', false],
    [problem('not_found', 404), '没有这张卡片', '链接可能不完整。请邀请你的人再发一张。', false],
    [problem('conflict', 409, '已是管理员。'), '没能接受邀请', '已是管理员。', false],
    [problem('internal', 500), '没能接受邀请', '请再试一次。', true],
    [new Error('offline'), '现在没有网络', '请再试一次。', true],
  ])('%s', (error, title, text, retries) => expect(refusalOf(error, 'zh-CN')).toEqual({ title, text, retries }))
})
