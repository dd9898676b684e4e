import Taro from '@tarojs/taro'

const prefix = 'da.'

/** The value kept under `key`, or null when there is none or it cannot be read. */
export function getItem<T>(key: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(prefix + key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

/** Keeps a JSON value; false when the phone has no room for it. */
export function setItem(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(prefix + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Forgets one value. */
export function removeItem(key: string): void {
  try {
    Taro.removeStorageSync(prefix + key)
  } catch {
    // storage that cannot be written holds nothing to remove
  }
}
