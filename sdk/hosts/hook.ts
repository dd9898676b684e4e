import { quietly } from '../guard.ts'

type Handler = (this: unknown, ...args: unknown[]) => unknown
type Hooked = Handler & { isOurs?: boolean }
export type Handlers = Record<string, Hooked | undefined>

/**
 * Listens to a handler of the app, which keeps its `this`, its arguments, its answer and its errors. One that is missing is added.
 * @param isAfter hears of it after the app's own handler, whose events then come first
 */
export function hook(
  handlers: Handlers,
  name: string,
  hear: (first: never, self: unknown, args: unknown[]) => void,
  isAfter?: boolean,
) {
  const own = handlers[name]
  // the same object handed over twice
  if (own && 'isOurs' in own) return
  const handler: Hooked = function (this: unknown, ...args: unknown[]) {
    const tell = () => quietly(() => hear(args[0] as never, this, args))
    if (!isAfter) tell()
    try {
      if (typeof own === 'function') return own.apply(this, args)
    } finally {
      if (isAfter) tell()
    }
  }
  handler.isOurs = true
  handlers[name] = handler
}

/** A constructor of the host's that hands us what the app hands to it, first. */
export const before = (construct: Handler, prepare: (handlers: Handlers) => void): Handler =>
  function (this: unknown, ...args: unknown[]) {
    quietly(() => prepare(args[0] as Handlers))
    return construct.apply(this, args)
  }
