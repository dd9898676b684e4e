import { describe, expect, it } from 'vitest'
import { changeText, growth, signedChange } from '../../../src/lib/change.ts'
import { speakChange } from '../../../src/lib/change-speech.ts'
import { textOf } from '../../../src/lib/text/index.ts'

const zh = textOf('zh-CN').numbers
const en = textOf('en').numbers

describe('a change', () => {
  it.each([
    ['percent', 0.032, 'up', '3.2%', '+3.2%'],
    ['percent', -0.022, 'down', '2.2%', '-2.2%'],
    ['percent', -1, 'down', '100.0%', '-100.0%'],
    ['percent', 9.99, 'up', '999.0%', '+999.0%'],
    ['percent', 10.2, 'up', '>999%', '+>999%'],
    ['percent', 0, 'flat', '持平', '持平'],
    ['percent', 0.0004, 'flat', '0.0%', '0.0%'],
    ['percent', -0.0004, 'flat', '0.0%', '0.0%'],
    ['percent', -0.0006, 'down', '0.1%', '-0.1%'],
    ['points', -0.0003, 'flat', '0.0个百分点', '0.0个百分点'],
    ['points', 0.012, 'up', '1.2个百分点', '+1.2个百分点'],
    ['points', -0.004, 'down', '0.4个百分点', '-0.4个百分点'],
    ['new', null, 'up', '新增', '新增'],
    ['flat', 0, 'flat', '持平', '持平'],
    ['none', null, 'none', '--', '--'],
    ['percent', null, 'none', '--', '--'],
  ] as const)('%s %s goes %s and reads %s, without arrow %s', (kind, value, direction, text, signed) => {
    const change = changeText({ kind, value }, zh)
    expect(change).toEqual({ direction, text })
    expect(signedChange(change)).toBe(signed)
  })

  it.each([
    ['percent', 0.032, 'day', '较前一天增长3.2%', 'up 3.2% on the day before'],
    ['percent', -0.022, 'week', '较上周同日下降2.2%', 'down 2.2% on the same day last week'],
    ['new', null, 'month', '较上月同日新增', 'new on the same day last month'],
    ['flat', 0, 'previousWeek', '较上周持平', 'level on the week before'],
    ['percent', -0.0004, 'day', '较前一天几乎持平', 'almost level on the day before'],
    ['none', null, 'previousMonth', '较上月没有可比的数', 'nothing to compare on the month before'],
  ] as const)('%s %s is spoken', (kind, value, base, chinese, english) => {
    expect(speakChange(changeText({ kind, value }, zh), base, 'zh-CN')).toBe(chinese)
    expect(speakChange(changeText({ kind, value }, en), base, 'en')).toBe(english)
  })
})

describe('growth', () => {
  it.each([
    [110, 100, 'percent', 0.1],
    [0, 50, 'percent', -1],
    [5, 0, 'new', null],
    [0, 0, 'flat', 0],
    [5, null, 'none', null],
    [null, 5, 'none', null],
  ] as const)('of %s on %s is %s %s', (current, base, kind, value) => {
    const change = growth(current, base)
    expect(change.kind).toBe(kind)
    if (value === null) expect(change.value).toBeNull()
    else expect(change.value).toBeCloseTo(value)
  })
})
