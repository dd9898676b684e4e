import { onTestFinished } from 'vitest'
import { createWeChat, type WeChat, type WeChatOptions } from '../../server/adapters/wechat/index.ts'
import type { CallOutcome, RefreshOutcome } from '../../server/ports/telemetry.ts'
import { at, FakeClock } from './fakes/clock.ts'
import { memoryTokens } from './fakes/tokens.ts'

export const APPID = 'wx0123456789abcdef'
export const SECRET = 'a-secret-that-nobody-may-see'
export const ASSISTANT = { appid: 'wxfedcba9876543210', secret: 'the-assistants-own-secret' }

/** Whether WeChat answered a question before: nothing was ever asked. */
export const isSettled = async (): Promise<boolean> => false

/** A client on memory fakes, with everything it told its surroundings. */
export interface TestClient extends WeChat {
  clock: FakeClock
  /** Secrets by AppID; change them as an admin would. */
  secrets: Map<string, string>
  /** `state detail` of each note, in order. */
  notes: string[]
  /** Log lines as JSON. */
  lines: string[]
  pauses: number[]
  metrics: {
    calls: [path: string, outcome: CallOutcome][]
    refreshes: RefreshOutcome[]
    retries: string[]
    queue: number[]
  }
}

/** Sleeping moves the clock and takes no time, and ends when the client closes. */
const sleepOn = (clock: FakeClock, pauses: number[]) => async (milliseconds: number, signal: AbortSignal) => {
  pauses.push(milliseconds)
  clock.advance(milliseconds)
  await new Promise(resolve => setImmediate(resolve))
  signal.throwIfAborted()
}

/** A client for `baseUrl` at 11:00 of a Wednesday in China; closes with the test. */
export function testClient(
  baseUrl: string,
  overrides: Partial<WeChatOptions> & { clock?: FakeClock } = {},
): TestClient {
  const clock = overrides.clock ?? new FakeClock(at('2026-07-15 11:00'))
  const secrets = new Map([[APPID, SECRET]])
  const notes: string[] = []
  const lines: string[] = []
  const pauses: number[] = []
  const metrics: TestClient['metrics'] = { calls: [], refreshes: [], retries: [], queue: [] }
  const line = (level: string) => (facts: object, message: string) =>
    void lines.push(JSON.stringify({ level, ...facts, message }))
  const wechat = createWeChat({
    baseUrl,
    assistant: ASSISTANT,
    tokens: memoryTokens(),
    secrets: { read: async appid => secrets.get(appid) ?? null },
    apps: { noteToken: async (_appid, state, detail) => void notes.push(detail ? `${state} ${detail}` : state) },
    clock,
    random: () => 0.5,
    sleep: sleepOn(clock, pauses),
    log: { info: line('info'), warn: line('warn') },
    metrics: {
      call: (path, outcome) => void metrics.calls.push([path, outcome]),
      tokenRefresh: outcome => void metrics.refreshes.push(outcome),
      retry: path => void metrics.retries.push(path),
      queue: size => void metrics.queue.push(size),
    },
    holder: 'instance-a',
    ...overrides,
  })
  onTestFinished(() => wechat.close())
  return { ...wechat, clock, secrets, notes, lines, pauses, metrics }
}
