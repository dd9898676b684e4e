import { describe, expect, it } from 'vitest'
import { messageFields, type Told } from '../../../server/domain/message-fields.ts'
import { at } from '../../support/fakes/clock.ts'

const told: Told = { kind: 'granted', appName: '青禾生鲜', by: '林知远', at: at('2026-07-15 09:05'), locale: 'zh-CN' }
const fill = (fields: Record<string, string>, changes: Partial<Told> = {}) => {
  const template = { fields: Object.entries(fields).map(([key, label]) => ({ key, label })) }
  const data = messageFields(template, { ...told, ...changes })
  return data && Object.fromEntries(Object.entries(data).map(([key, { value }]) => [key, value]))
}

describe('the fields of a message', () => {
  it('are filled by their kind and their label', () => {
    const fields = {
      thing1: '应用名称',
      name2: '授权人',
      time3: '授权时间',
      phrase4: '状态',
      thing5: '备注',
      date6: '日期',
    }
    expect(fill(fields)).toEqual({
      thing1: '青禾生鲜',
      name2: '林知远',
      time3: '2026年7月15日 09:05',
      phrase4: '已授权',
      thing5: '你可以查看这个应用的数据了',
      date6: '2026年7月15日',
    })
  })

  it.each<[Told['kind'], string]>([
    ['granted', '已授权'],
    ['approved', '已通过'],
    ['revoked', '已取消'],
    ['pending', '待确认'],
    ['request', '待你确认'],
  ])('say %s in five characters at most', (kind, words) => {
    expect(fill({ phrase1: '结果' }, { kind })).toEqual({ phrase1: words })
    expect([...words].length).toBeLessThanOrEqual(5)
  })

  it('stay within WeChat’s limits, in whole characters', () => {
    const long = '🌸'.repeat(30)
    const { thing1 } = fill({ thing1: '应用名称' }, { appName: long }) ?? {}
    expect([...(thing1 ?? '')]).toHaveLength(20)
    expect(fill({ name1: '授权人' }, { by: '一二三四五六七八九十百千' })).toEqual({ name1: '一二三四五六七八九十' })
    expect(fill({ name1: 'Name' }, { by: 'Alexander the Great of Macedon' })?.name1).toHaveLength(20)
    for (const kind of ['granted', 'approved', 'revoked', 'pending', 'request'] as const) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const { thing1: words } = fill({ thing1: '备注' }, { kind, locale }) ?? {}
        expect(words).not.toContain('…')
      }
    }
  })

  it('are never empty, which WeChat refuses', () => {
    expect(fill({ name1: '授权人', thing2: '操作人' }, { by: '' })).toEqual({ name1: '--', thing2: '--' })
    expect(fill({ name1: '授权人' }, { by: '🌸123' })).toEqual({ name1: '--' })
  })

  it('that nothing fits into make the template unfit', () => {
    expect(fill({ thing1: '应用名称', amount2: '金额' })).toBeNull()
    expect(fill({ car_number1: '车牌' })).toBeNull()
    expect(fill({})).toBeNull()
  })
})
