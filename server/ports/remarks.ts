/** What admins call the pages of an app; paths are normalised. Of an app that is not bound nothing is seen or written. */
export interface Remarks {
  of(appid: string): Promise<ReadonlyMap<string, string>>
  /** `null` removes. Bumps the version of the app's archive, since reports carry remarks. */
  write(appid: string, path: string, remark: string | null): Promise<void>
}
