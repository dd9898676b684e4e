import type { HostContext } from './context.ts'

export interface Callbacks {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}

/** Refuses a call of `wx` the way WeChat does: `name:fail reason`. */
export class WxFailure extends Error {
  readonly errno: number | undefined

  constructor(reason: string, errno?: number) {
    super(reason)
    this.errno = errno
  }
}

/**
 * An asynchronous function of `wx`: callbacks when it is given some, else a promise; always answers later, never within the call.
 */
export function asyncApi<O extends object>(
  host: HostContext,
  name: string,
  run: (options: O) => object | undefined | Promise<object | undefined>,
) {
  return (given?: O & Callbacks) => {
    const options = given ?? ({} as O & Callbacks)
    const hasCallbacks = Boolean(options.success ?? options.fail ?? options.complete)
    host.running.count += 1
    const tell = (callback: ((value: unknown) => void) | undefined, value: unknown) => {
      if (callback) host.faults.guard(`callback of wx.${name}`, () => callback(value))
    }
    const refusal = host.settings.refuses[name]
    const answered = later()
      .then(() => {
        if (refusal !== undefined) throw new WxFailure(refusal)
        return run(options)
      })
      .then(
        result => {
          const answer = { ...result, errMsg: `${name}:ok` }
          tell(options.success, answer)
          tell(options.complete, answer)
          return answer
        },
        (error: unknown) => {
          if (!(error instanceof WxFailure)) host.faults.thrown(`wx.${name}`, error)
          const { message, errno } = error as WxFailure
          const answer = { errMsg: `${name}:fail ${message}`, ...(errno === undefined ? {} : { errno }) }
          tell(options.fail, answer)
          tell(options.complete, answer)
          if (!hasCallbacks) throw answer
          return answer
        },
      )
      .finally(() => {
        host.running.count -= 1
      })
    return hasCallbacks ? undefined : answered
  }
}

/** The next turn of the event loop, by the window's own timer. */
export const later = () => new Promise<void>(resolve => window.setTimeout(resolve, 0))
