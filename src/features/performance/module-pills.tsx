import { type PerformanceModule, performanceModules } from '@/contract/performance'
import { performanceText } from '@/lib/text/performance'
import { Pills } from '@/ui'
import { choose } from '../choices/store'
import { useLocale } from '../language/text'

/** Which part of the performance is looked at. */
export function ModulePills({ appid, module }: { appid: string; module: PerformanceModule }) {
  const performance = performanceText(useLocale())
  return (
    <Pills
      label={performance.module}
      options={performanceModules.map(id => ({ id, text: performance.modules[id] }))}
      value={module}
      onChange={id => choose(appid, 'performance', { module: id })}
    />
  )
}
