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
  const [horizon, devices] = await Promise.all([readHorizon(deps, appid), deps.counts.devices(appid, from, to, users)])
  const data = collectedPortrait(devices)
  return collectorAnswer('portrait', { appid, from, to }, [statedOf(range, horizon)], data, deps.clock.now())
}
