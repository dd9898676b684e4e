import { utf8Length } from './set-data.ts'

const KB = 1024
export const KEY_LIMIT = 1024 * KB
export const TOTAL_LIMIT = 10 * 1024 * KB

/** A person's storage for this mini program: 1 MB a key, 10 MB in all. Values are kept as JSON, as WeChat does. */
export class Storage {
  private readonly values: Map<string, string>

  constructor(values: Record<string, string>) {
    this.values = new Map(Object.entries(values))
  }

  get(key: string): unknown {
    const text = this.values.get(key)
    return text === undefined ? '' : JSON.parse(text)
  }

  has(key: string): boolean {
    return this.values.has(key)
  }

  /** @throws Error in WeChat's words when the value is too large */
  set(key: string, value: unknown) {
    const text = JSON.stringify(value) ?? 'null'
    const size = utf8Length(text)
    if (size > KEY_LIMIT) throw new Error('setStorage:fail data exceed max size 1MB')
    const others = this.size() - utf8Length(this.values.get(key) ?? '')
    if (others + size > TOTAL_LIMIT) throw new Error('setStorage:fail exceed storage max size 10Mb')
    this.values.set(key, text)
  }

  remove(key: string) {
    this.values.delete(key)
  }

  clear() {
    this.values.clear()
  }

  keys(): string[] {
    return [...this.values.keys()]
  }

  /** Bytes. */
  size(): number {
    return [...this.values.values()].reduce((sum, text) => sum + utf8Length(text), 0)
  }

  snapshot(): Record<string, string> {
    return Object.fromEntries(this.values)
  }
}
