import type { AxisUnit } from './scale'

export type AxisLanguage = 'zh' | 'en'

const short = (value: number) => String(Number(value.toFixed(2)))

/** A value beside a grid line, as short as can be: 2.5万, 25K, 2分, 1:30. */
export function axisText(value: number, unit: AxisUnit, language: AxisLanguage): string {
  if (unit === 'seconds') return secondsText(value, language)
  if (unit === 'percent') return `${short(value * 100)}%`
  const size = Math.abs(value)
  if (language === 'zh') {
    if (size >= 1e8) return `${short(value / 1e8)}亿`
    return size >= 1e4 ? `${short(value / 1e4)}万` : short(value)
  }
  if (size >= 1e9) return `${short(value / 1e9)}B`
  if (size >= 1e6) return `${short(value / 1e6)}M`
  return size >= 1e3 ? `${short(value / 1e3)}K` : short(value)
}

function secondsText(value: number, language: AxisLanguage): string {
  const zh = language === 'zh'
  if (value < 60) return `${short(value)}${zh ? '秒' : 's'}`
  const minutes = Math.floor(value / 60)
  const rest = Math.round(value % 60)
  return rest === 0 ? `${minutes}${zh ? '分' : 'm'}` : `${minutes}:${String(rest).padStart(2, '0')}`
}
