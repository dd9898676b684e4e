import { game } from './hosts/game.ts'
import { weapp } from './hosts/weapp.ts'
import { web } from './hosts/web.ts'
import type { Host } from './port.ts'

declare const wx: object
declare const Page: unknown

export type HostName = 'weapp' | 'game' | 'taro' | 'web'

/** The host that the app names or brings, else the one that it runs in. Taro's mini programs are mini programs, its web apps web pages. */
export function hostFor(named?: HostName | Host): Host | undefined {
  if (named && typeof named === 'object') return named
  const isWx = typeof wx !== 'undefined' && 'getStorageSync' in wx
  const found = isWx ? (typeof Page === 'function' ? weapp : game) : typeof document !== 'undefined' && web
  const create = { weapp, game, web, taro: found }[named as HostName] || found
  return create ? create() : undefined
}
