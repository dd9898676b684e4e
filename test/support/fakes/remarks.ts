import type { Remarks } from '../../../server/ports/remarks.ts'

/** Remarks in memory. */
export class FakeRemarks implements Remarks {
  private readonly apps = new Map<string, Map<string, string>>()

  async of(appid: string): Promise<ReadonlyMap<string, string>> {
    return new Map(this.apps.get(appid))
  }

  async write(appid: string, path: string, remark: string | null): Promise<void> {
    const remarks = this.apps.get(appid) ?? new Map<string, string>()
    if (remark === null) remarks.delete(path)
    else remarks.set(path, remark)
    this.apps.set(appid, remarks)
  }
}
