import type { Erasures } from '../../../server/ports/erasures.ts'

/** Unbindings that broke off, in memory. */
export class FakeErasures implements Erasures {
  readonly open = new Set<string>()

  all = async () => [...this.open]
  isOpen = async (appid: string) => this.open.has(appid)
  finish = async (appid: string) => void this.open.delete(appid)
}
