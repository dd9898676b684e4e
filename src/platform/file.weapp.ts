import Taro from '@tarojs/taro'
import type { FileRequest } from './file.types'
import { NetworkError } from './network-error'

export type { FileRequest } from './file.types'

/**
 * Fetches a file and passes it on to a chat, the only way out of a mini program for a CSV (`openDocument` reads none);
 * answers the status. Throws NetworkError when no answer comes.
 */
export async function takeFile({ url, headers, name }: FileRequest): Promise<number> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const answer = await Taro.downloadFile({ url: SERVER_URL + url, header: headers, filePath }).catch(() => null)
  if (answer === null) throw new NetworkError('offline', 'GET', url)
  if (answer.statusCode === 200) {
    // closing the list of chats is no failure
    await Taro.shareFileMessage({ filePath: answer.filePath ?? filePath, fileName: name }).catch(() => undefined)
  }
  return answer.statusCode
}
