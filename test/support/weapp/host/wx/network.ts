import { asyncApi, type Callbacks, WxFailure } from '../call.ts'
import type { HostContext } from '../context.ts'
import type { RequestOptions } from '../network.ts'

const silent = () => undefined

/** `wx.request` and what tells about the network. */
export function network(host: HostContext): Record<string, unknown> {
  return {
    request: (options: RequestOptions & Callbacks) =>
      cancellable<RequestOptions>(host, 'request', (asked, aborted) => host.network.send(host, asked, aborted))(
        options,
      ),
    getNetworkType: asyncApi(host, 'getNetworkType', () => ({ networkType: host.network.online ? 'wifi' : 'none' })),
  }
}

/** A call over the network that answers at once with its task, which can end it. */
export function cancellable<O extends object>(
  host: HostContext,
  name: string,
  run: (options: O, aborted: Promise<never>) => Promise<object>,
) {
  return (options: O & Callbacks) => {
    let abort: () => void = silent
    const aborted = new Promise<never>((_resolve, reject) => {
      abort = () => reject('abort')
    })
    aborted.catch(silent)
    const send = asyncApi<O>(host, name, async asked => {
      try {
        return await run(asked, aborted)
      } catch (reason) {
        if (typeof reason === 'string') throw new WxFailure(reason)
        throw reason
      }
    })
    void send({ complete: silent, ...options })
    return {
      abort: () => abort(),
      onProgressUpdate: silent,
      offProgressUpdate: silent,
      onHeadersReceived: silent,
      offHeadersReceived: silent,
      onChunkReceived: silent,
      offChunkReceived: silent,
    }
  }
}
