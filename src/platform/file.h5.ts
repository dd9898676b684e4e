import { save } from './download.h5'
import type { FileRequest } from './file.types'
import { NetworkError } from './network-error'

export type { FileRequest } from './file.types'

/** Fetches a file and hands it to the person; answers the status. Throws NetworkError when no answer comes. */
export async function takeFile({ url, headers, name }: FileRequest): Promise<number> {
  const answer = await fetch(url, { headers }).catch(() => null)
  const content = await answer?.blob().catch(() => null)
  if (!answer || !content) throw new NetworkError('offline', 'GET', url)
  if (answer.ok) save(content, name)
  return answer.status
}
