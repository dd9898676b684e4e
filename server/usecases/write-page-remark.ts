import type { WritePageRemark } from '../../src/contract/page-remarks.ts'
import { normalisePath } from '../domain/pages.ts'
import type { Remarks } from '../ports/remarks.ts'

/** Names a page, whichever way its path is written; nothing but space clears the name. */
export const writePageRemark = (
  { remarks }: { remarks: Remarks },
  appid: string,
  { path, remark }: WritePageRemark,
): Promise<void> => remarks.write(appid, normalisePath(path.trim()), remark?.trim() || null)
