export interface KeyValueStorage {
  getItem: <T>(key: string) => T | null
  setItem: (key: string, value: unknown) => boolean
  removeItem: (key: string) => void
}

/** An answer kept on the device, with when it was read (epoch ms). */
export interface LastView<T> {
  data: T
  at: number
}

interface Entry {
  name: string
  bytes: number
}

/** Room on the device: WeChat gives 10 MB in all and 1 MB a key. */
export const LAST_VIEW_LIMITS = { count: 60, bytes: 2_000_000, each: 400_000 }

const INDEX = 'views'

/** `wx…/overview?{…}` → `wx…/overview`. */
const reportOf = (name: string) => name.split('?')[0]

/**
 * The answers that a person saw last, so that a page opens with numbers, also without network.
 * Each belongs to one person and has a name such as `wx…/overview?{…}`; the oldest make room for new ones.
 */
export function createLastViews(storage: KeyValueStorage, limits = LAST_VIEW_LIMITS) {
  const keyOf = (owner: string, name: string) => `view.${owner}.${name}`
  const entriesOf = (owner: string) => storage.getItem<Entry[]>(`${INDEX}.${owner}`) ?? []
  const write = (owner: string, entries: Entry[]) =>
    entries.length > 0 ? storage.setItem(`${INDEX}.${owner}`, entries) : storage.removeItem(`${INDEX}.${owner}`)

  function forgetAll(owner: string, isGone: (name: string) => boolean) {
    const entries = entriesOf(owner)
    for (const { name } of entries) if (isGone(name)) storage.removeItem(keyOf(owner, name))
    write(
      owner,
      entries.filter(({ name }) => !isGone(name)),
    )
  }

  return {
    read: <T>(owner: string, name: string): LastView<T> | null => storage.getItem<LastView<T>>(keyOf(owner, name)),

    keep<T>(owner: string, name: string, view: LastView<T>): void {
      const bytes = JSON.stringify(view).length
      if (bytes > limits.each) return
      const rest = entriesOf(owner).filter(entry => entry.name !== name)
      const kept: Entry[] = [{ name, bytes }]
      let used = bytes
      for (const entry of rest) {
        const hasRoom = kept.length < limits.count && used + entry.bytes <= limits.bytes
        if (hasRoom) {
          kept.push(entry)
          used += entry.bytes
        } else storage.removeItem(keyOf(owner, entry.name))
      }
      if (storage.setItem(keyOf(owner, name), view)) write(owner, kept)
      else write(owner, kept.slice(1))
    },

    forget: (owner: string, name: string) => forgetAll(owner, one => one === name),
    /** A section that may no longer be seen: the view and all others of the same report, whatever was asked. */
    forgetReport: (owner: string, name: string) => forgetAll(owner, one => reportOf(one) === reportOf(name)),
    /** An app that may no longer be seen leaves nothing behind. */
    forgetApp: (owner: string, appid: string) => forgetAll(owner, name => name.startsWith(`${appid}/`)),
    /** Of all apps, only these may still be seen. */
    keepApps: (owner: string, appids: readonly string[]) =>
      forgetAll(owner, name => name.includes('/') && !appids.includes(name.split('/')[0] ?? '')),
    forgetOwner: (owner: string) => forgetAll(owner, () => true),
  }
}

export type LastViews = ReturnType<typeof createLastViews>
