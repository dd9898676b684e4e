import { quietly } from './guard.ts'
import type { Props } from './wire.ts'

const MAX_PROPS = 20

/** Cuts to the server's length, never through a pair of surrogates. */
export const cut = (value: unknown, length: number): string =>
  `${value}`.slice(0, length).replace(/[\ud800-\udbff]$/, '')

/** A page's path as the server keeps it: no leading slash, nothing from `?` or `#` on (Taro's `$taroTimestamp` among it). */
export const pathOf = (path: unknown): string => cut(`${path}`.replace(/^\/+|[?#].*/g, ''), 256) || '/'

/** What an app hands over, as what the server takes; what cannot be JSON is left out. */
export function propsOf(given: unknown): Props {
  const props: Props = {}
  if (typeof given !== 'object') return props
  for (const key of Object.keys(given || props).slice(0, MAX_PROPS)) {
    const value = plain((given as Record<string, unknown>)[key])
    if (value !== undefined && key !== '$taroTimestamp') props[cut(key, 64)] = value
  }
  return props
}

function plain(value: unknown): string | number | boolean | undefined {
  const json = quietly(() => JSON.stringify(value))
  if (!json || json === 'null') return
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return cut(typeof value === 'string' ? value : json, 256)
}
