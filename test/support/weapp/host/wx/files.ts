import { asyncApi, type Callbacks, WxFailure } from '../call.ts'
import type { HostContext } from '../context.ts'
import { textOf } from '../files.ts'
import type { RequestOptions } from '../network.ts'
import { cancellable } from './network.ts'

interface Place {
  filePath: string
}

interface Written extends Place {
  data: ArrayBuffer | string
}

interface Read extends Place {
  encoding?: string
}

interface Download extends RequestOptions {
  filePath?: string
}

/** What `wx.openDocument` reads; a CSV is not among it. */
const DOCUMENTS = /^(docx?|xlsx?|pptx?|pdf)$/

/** Files: written, downloaded, opened by WeChat, passed on to a chat. */
export function files(host: HostContext): Record<string, unknown> {
  const manager = fileSystem(host)
  return {
    getFileSystemManager: () => manager,
    downloadFile: (options: Download & Callbacks) =>
      cancellable<Download>(host, 'downloadFile', async (asked, aborted) => {
        const { url, header, timeout, filePath } = asked
        const request = { url, ...(header && { header }), ...(timeout && { timeout }), responseType: 'arraybuffer' }
        const { statusCode, data } = (await host.network.send(host, request, aborted)) as {
          statusCode: number
          data: ArrayBuffer
        }
        if (filePath === undefined) return { statusCode, tempFilePath: host.files.keepTemporary(data) }
        inWords(() => host.files.write(filePath, data))
        return { statusCode, filePath }
      })(options),
    openDocument: asyncApi(host, 'openDocument', ({ filePath, fileType, showMenu }: OpenDocument) => {
      const type = fileType ?? filePath.split('.').at(-1) ?? ''
      if (!host.files.has(filePath)) throw new WxFailure('file doesn’t exist')
      if (!DOCUMENTS.test(type)) throw new WxFailure('filetype not supported')
      host.shown.push({ name: 'openDocument', options: { filePath, fileType: type, showMenu: showMenu ?? false } })
      return {}
    }),
    shareFileMessage: asyncApi(host, 'shareFileMessage', ({ filePath, fileName }: Place & { fileName?: string }) => {
      if (!host.gestures.wasTapped) throw new WxFailure('can only be invoked by user TAP gesture.')
      if (!host.files.has(filePath)) throw new WxFailure('file doesn’t exist')
      const name = fileName ?? filePath.split('/').at(-1)
      host.shown.push({ name: 'shareFileMessage', options: { filePath, fileName: name } })
      return {}
    }),
  }
}

interface OpenDocument extends Place {
  fileType?: string
  showMenu?: boolean
}

/** `FileSystemManager`, as far as a mini program without folders needs it; each function in both kinds. */
function fileSystem(host: HostContext): Record<string, unknown> {
  const writeFile = ({ filePath, data }: Written) => {
    host.files.write(filePath, data)
    return {}
  }
  const readFile = ({ filePath, encoding }: Read) => {
    const data = host.files.read(filePath)
    return { data: typeof data === 'string' || encoding === undefined ? data : textOf(data) }
  }
  const unlink = ({ filePath }: Place) => {
    host.files.remove(filePath)
    return {}
  }
  const access = ({ path }: { path: string }) => {
    host.files.read(path)
    return {}
  }
  const each = { writeFile, readFile, unlink, access }
  return {
    ...Object.fromEntries(
      Object.entries(each).map(([name, run]) => [
        name,
        asyncApi(host, name, (options: object) => inWords(() => run(options as never))),
      ]),
    ),
    writeFileSync: (filePath: string, data: ArrayBuffer | string) => void writeFile({ filePath, data }),
    readFileSync: (filePath: string, encoding?: string) =>
      readFile({ filePath, ...(encoding === undefined ? {} : { encoding }) }).data,
    unlinkSync: (filePath: string) => void unlink({ filePath }),
    accessSync: (path: string) => void access({ path }),
  }
}

/** What a file refuses, as the failure of a call. */
function inWords<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw new WxFailure((error as Error).message)
  }
}
