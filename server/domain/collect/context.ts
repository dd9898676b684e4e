import { collectLimits, type Environment } from '../../../src/contract/collect.ts'
import type { EventContext } from '../../ports/events.ts'
import { textOf } from './text.ts'

/** Said by nobody. */
const unknown: EventContext = {
  platform: null,
  model: null,
  system: null,
  appVersion: null,
  network: null,
  env: 'release',
}

/** Absent is release. What nobody knows yet is surely none. */
function environmentOf(value: unknown): Environment {
  if (typeof value !== 'string' || value === '' || value === 'release') return 'release'
  return value === 'trial' ? 'trial' : 'develop'
}

export function contextOf(value: unknown): EventContext {
  if (typeof value !== 'object' || value === null) return unknown
  const { platform, model, system, appVersion, network, env } = value as Record<string, unknown>
  const { context: length } = collectLimits
  return {
    platform: textOf(platform, length),
    model: textOf(model, length),
    system: textOf(system, length),
    appVersion: textOf(appVersion, length),
    network: textOf(network, length),
    env: environmentOf(env),
  }
}
