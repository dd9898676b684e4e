import { roll, seedOf } from '../traffic/hash.ts'

/** What `/cgi-bin/openapi/rid/get` tells about a refused call. */
export interface RidRecord {
  invokedAt: number
  url: string
  requestBody: string
  responseBody: string
}

const kept = 1_000
const hex = (value: number) => Math.floor(value).toString(16).padStart(8, '0')

/** Request ids: eight hex digits of Unix seconds and two more groups. */
export class Rids {
  private count = 0
  private readonly records = new Map<string, RidRecord>()

  next(now: number): string {
    this.count += 1
    const group = (channel: number) => hex(roll(seedOf('rid'), this.count, channel) * 0x1_0000_0000)
    return `${hex(now / 1000)}-${group(1)}-${group(2)}`
  }

  remember(rid: string, record: RidRecord): void {
    this.records.set(rid, record)
    if (this.records.size > kept) {
      const [oldest] = this.records.keys()
      if (oldest !== undefined) this.records.delete(oldest)
    }
  }

  find(rid: string): RidRecord | null {
    return this.records.get(rid) ?? null
  }
}
