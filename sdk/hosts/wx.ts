import { quietly } from '../guard.ts'
import type { Host } from '../port.ts'
import type { Context } from '../wire.ts'
import { base, TIMEOUT } from './base.ts'

/** An older WeChat lacks what a newer one has; even to read it is to be avoided. */
type Call = (argument?: unknown, value?: unknown) => unknown

declare const wx: Record<string, Call> & { request: Call }

interface Answer {
  statusCode: number
  header?: Record<string, string>
}

/** Calls `wx.name` where it is there; never throws. */
export const ask = <T>(name: string, argument?: unknown, value?: unknown): T | undefined =>
  quietly(() => (name in wx ? ((wx[name] as Call)(argument, value) as T) : undefined))

/** What mini programs and mini games share. */
export function wxHost(start: Host['start'], pages?: boolean): Host {
  let network: string | undefined
  const heard = (answer: { networkType: string }) => {
    network = answer.networkType
  }
  return Object.assign(
    {
      pages,
      start(life) {
        ask('getNetworkType', { success: heard })
        ask('onNetworkStatusChange', heard)
        start(life)
      },
      context() {
        const device = ask<Device>('getDeviceInfo') || ask<Device>('getSystemInfoSync') || {}
        const { miniProgram = {} as MiniProgram } = ask<{ miniProgram?: MiniProgram }>('getAccountInfoSync') || {}
        return {
          network,
          platform: device.platform,
          model: device.model,
          system: device.system,
          appVersion: miniProgram.version || undefined,
          env: miniProgram.envVersion,
        }
      },
      read: key => ask<string>('getStorageSync', key),
      write(key, value) {
        ask('setStorageSync', key, value)
      },
      post(url, data, answered) {
        const tell = (status: number, headers: Record<string, string> = {}) => {
          quietly(() => answered(status, headers['Retry-After'] || headers['retry-after']))
        }
        wx.request({
          url,
          data,
          header: { 'content-type': 'application/json' },
          method: 'POST',
          timeout: TIMEOUT,
          success: (answer: Answer) => tell(answer.statusCode, answer.header),
          fail: () => tell(0),
        })
      },
      reportEvent(name, data) {
        ask('reportEvent', name, data)
      },
    } as Host,
    base,
  )
}

type Device = Pick<Context, 'platform' | 'model' | 'system'>

interface MiniProgram {
  /** Empty but for a released version. */
  version?: string
  envVersion?: Context['env']
}
