import type { Leases } from '../../../server/ports/leases.ts'

/** Leases in memory, shared by all who hold the object. */
export class FakeLeases implements Leases {
  readonly held = new Map<string, { holder: string; until: number }>()

  async claim(name: string, holder: string, now: number, until: number): Promise<boolean> {
    const lease = this.held.get(name)
    if (lease && lease.holder !== holder && lease.until > now) return false
    this.held.set(name, { holder, until })
    return true
  }

  async release(name: string, holder: string): Promise<void> {
    if (this.held.get(name)?.holder === holder) this.held.delete(name)
  }
}
