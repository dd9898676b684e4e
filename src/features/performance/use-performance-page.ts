import { useCallback } from 'react'
import { performanceText } from '@/lib/text/performance'
import { useReportChoice } from '../choices/store'
import { useEntry } from '../dictionary/entry-sheet'
import { useLocale } from '../language/text'
import { useReport, useReportPlace } from '../report/use-report'
import { dayLabels, numberText, performanceLines } from './model'
import { usePerformance } from './queries'

/** What 性能分析 is made of: the module, its answer and its definition. */
export function usePerformancePage() {
  const locale = useLocale()
  const performance = performanceText(locale)
  const place = useReportPlace('performance')
  const { module } = useReportChoice(place.appid, 'performance')
  const view = usePerformance(place, module)
  const report = useReport(place, view)
  const { tell, sheet } = useEntry()
  const answer = view.data
  const name = performance.modules[module]
  const onDefine = useCallback(() => {
    const [line] = answer === null ? [] : performanceLines(answer.data, locale)
    const at = line === undefined ? -1 : line.values.findLastIndex(value => value !== null)
    const day = answer === null ? undefined : dayLabels(answer.data)[at]
    tell({
      name,
      sentence: performance.sentence[module],
      formula: performance.formula,
      filled: numberText(line?.values[at] ?? null, line, locale),
      note: [...(line && day ? [line.name, day] : [])].join(' · '),
      over: performance.over,
      field: `getPerformanceData ${module}`,
    })
  }, [answer, locale, module, name, performance, tell])
  return {
    report,
    module,
    name,
    answer,
    range: answer?.range ?? place.range,
    isReading: view.isFetching,
    onDefine,
    definition: sheet,
  }
}
