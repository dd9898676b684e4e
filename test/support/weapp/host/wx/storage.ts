import { asyncApi, WxFailure } from '../call.ts'
import type { HostContext } from '../context.ts'

/** `wx.*Storage*`, both kinds. */
export function storage(host: HostContext): Record<string, unknown> {
  const kept = host.storage
  const info = () => ({ keys: kept.keys(), currentSize: Math.ceil(kept.size() / 1024), limitSize: 10 * 1024 })
  return {
    getStorageSync: (key: string) => kept.get(key),
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    removeStorageSync: (key: string) => kept.remove(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: info,
    getStorageInfo: asyncApi(host, 'getStorageInfo', info),
    getStorage: asyncApi(host, 'getStorage', ({ key }: { key: string }) => {
      if (!kept.has(key)) throw new WxFailure('data not found')
      return { data: kept.get(key) }
    }),
    setStorage: asyncApi(host, 'setStorage', ({ key, data }: { key: string; data: unknown }) => {
      try {
        kept.set(key, data)
      } catch (error) {
        throw new WxFailure((error as Error).message)
      }
      return {}
    }),
    removeStorage: asyncApi(host, 'removeStorage', ({ key }: { key: string }) => {
      kept.remove(key)
      return {}
    }),
    clearStorage: asyncApi(host, 'clearStorage', () => {
      kept.clear()
      return {}
    }),
  }
}
