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

function save(content: Blob, name: string) {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the browser has taken the content over by the next turn
  setTimeout(() => URL.revokeObjectURL(address))
}
