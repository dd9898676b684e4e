import type { Period } from '../../../src/contract/periods.ts'
import type { PortraitAnswer } from '../../../src/contract/report-portrait.ts'
import { statedOf } from '../../domain/collector/horizon.ts'
import { collectedPortrait } from '../../domain/collector/portrait.ts'
import type { PortraitQuestion } from '../read-portrait.ts'
import type { Timed } from '../timed-answer.ts'
import { type CollectorDeps, collectorAnswer, readHorizon } from './deps.ts'

/** 用户画像 of our own events: what the devices are. */
export async function readCollectedPortrait(
  deps: CollectorDeps,
  { appid, users }: PortraitQuestion,
  range: Period,
): Promise<Timed<PortraitAnswer>> {
  const { from, to } = range
  const horizon = await readHorizon(deps, appid, to)
  const devices = await deps.counts.devices(appid, from, to, users)
  // who is new stands in the days; everything else is read from the events themselves
  const { state, ...stated } = statedOf(
    range,
    users === 'new' ? horizon : { ...horizon, uncounted: [], behindFrom: null },
  )
  const data = collectedPortrait(state === 'pending' ? { ...devices, counts: [] } : devices)
  const isForgotten = devices.counts.length === 0 && devices.forgotten.length > 0
  const said = { ...stated, state: isForgotten && state !== 'pending' ? ('missing' as const) : state }
  return collectorAnswer('portrait', { appid, from, to }, [said], data, horizon)
}
