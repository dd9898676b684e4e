import { asyncApi, type Callbacks, WxFailure } from '../call.ts'
import type { HostContext } from '../context.ts'
import type { RequestOptions } from '../network.ts'

/** `wx.request` and what tells about the network. */
export function network(host: HostContext): Record<string, unknown> {
  return {
    request: (options: RequestOptions & Callbacks) => {
      let abort: () => void = () => undefined
      const aborted = new Promise<never>((_resolve, reject) => {
        abort = () => reject('abort')
      })
      aborted.catch(() => undefined)
      const send = asyncApi<RequestOptions>(host, 'request', async request => {
        try {
          return await host.network.send(host, request, aborted)
        } catch (reason) {
          if (typeof reason === 'string') throw new WxFailure(reason)
          throw reason
        }
      })
      void send({ complete: () => undefined, ...options })
      const silent = () => undefined
      return {
        abort: () => abort(),
        onHeadersReceived: silent,
        offHeadersReceived: silent,
        onChunkReceived: silent,
        offChunkReceived: silent,
      }
    },
    getNetworkType: asyncApi(host, 'getNetworkType', () => ({ networkType: host.network.online ? 'wifi' : 'none' })),
  }
}
