const prefix = 'da.'

/** The value kept under `key`, or null when there is none or it cannot be read. */
export function getItem<T>(key: string): T | null {
  try {
    const text = window.localStorage.getItem(prefix + key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** Keeps a JSON value; false when the browser has no room for it or forbids it. */
export function setItem(key: string, value: unknown): boolean {
  try {
    window.localStorage.setItem(prefix + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Forgets one value. */
export function removeItem(key: string): void {
  try {
    window.localStorage.removeItem(prefix + key)
  } catch {
    // storage that cannot be written holds nothing to remove
  }
}
