import net from 'node:net'
import { afterEach, beforeEach, expect } from 'vitest'

/**
 * A test talks to its own machine only. A connection to anywhere else is refused before a name is looked up,
 * and fails the test that tried, even where the code under test swallows the error.
 */
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost', ''])
let refused: string[] = []

/** For the test of this guard: the addresses refused so far, forgotten by asking. */
export function takeRefused(): string[] {
  const taken = refused
  refused = []
  return taken
}

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  const target = foreignTarget(args)
  if (target === null) return Reflect.apply(connect, this, args)
  refused.push(target)
  const error = new Error(`a test may not connect to ${target}`)
  // the way of a name that nobody knows, so that http, TLS and fetch all fail as they would outside
  const lookup: net.LookupFunction = (_name, _options, done) => setImmediate(done, error, '', 0)
  return Reflect.apply(connect, this, [{ host: 'refused.invalid', port: 1, lookup }])
}

/** The host and port a `connect` call names, or null when it stays on this machine (a local socket path too). */
function foreignTarget(args: unknown[]): string | null {
  const [first, second] = args.flat()
  const options =
    typeof first === 'object' && first !== null ? (first as net.TcpNetConnectOpts & { path?: string }) : null
  if (options?.path !== undefined && options.port === undefined) return null
  if (typeof first === 'string' && Number.isNaN(Number(first))) return null
  const host = (options ? options.host : typeof second === 'string' ? second : undefined) ?? 'localhost'
  return LOOPBACK.has(host) || host.startsWith('127.') ? null : `${host}:${options?.port ?? first}`
}

beforeEach(() => {
  refused = []
})

afterEach(() => {
  expect(refused, 'unexpected network calls').toEqual([])
})
