/** Named leases: one leader among instances. */
export interface Leases {
  /** Takes or renews the lease; true when `holder` has it until `until` (epoch ms). */
  claim(name: string, holder: string, now: number, until: number): Promise<boolean>
  release(name: string, holder: string): Promise<void>
}
