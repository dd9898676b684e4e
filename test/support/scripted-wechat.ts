import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A call that arrived, as the scripted server saw it. */
export interface SeenCall {
  method: string
  path: string
  query: Record<string, string>
  body: Record<string, unknown>
  contentType: string | undefined
}

/** How one call is answered; may take its time. */
export type Step = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
  call: SeenCall,
) => void | Promise<void>

const send = (response: http.ServerResponse, text: string, type = 'application/json; encoding=utf-8') =>
  void response.writeHead(200, { 'content-type': type }).end(text)

/** The answers a test writes its script with. */
export const answers = {
  text:
    (body: string, type?: string): Step =>
    (_request, response) =>
      send(response, body, type),
  json:
    (body: unknown): Step =>
    (_request, response) =>
      send(response, JSON.stringify(body)),
  errcode:
    (errcode: number, errmsg = 'refused rid: 65ffe934-2355113d-79ef0b31'): Step =>
    (_request, response) =>
      send(response, JSON.stringify({ errcode, errmsg })),
  status:
    (status: number, headers: http.OutgoingHttpHeaders = {}): Step =>
    (_request, response) =>
      void response.writeHead(status, headers).end('<html>Bad Gateway</html>'),
  page: (): Step => (_request, response) => send(response, '<!DOCTYPE html><html></html>', 'text/html'),
  /** Ends well, in the middle of the JSON. */
  cut: (): Step => (_request, response) => send(response, '{"list":[{"ref_date":"2026'),
  /** Breaks the connection in the middle of a body whose length was announced. */
  brokenBody: (): Step => (_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"list":[')
    setImmediate(() => response.socket?.destroy())
  },
  /** Breaks the connection between two chunks. */
  brokenChunks: (): Step => (_request, response) => {
    response.write('{"list":[')
    setImmediate(() => response.socket?.destroy())
  },
  reset: (): Step => request => void request.socket.resetAndDestroy(),
  hang: (): Step => () => {},
  /** Headers and the beginning of the body, and then nothing. */
  hangInBody: (): Step => (_request, response) => void response.writeHead(200).write('{"list":['),
} as const

/** The answer to every call that the script says nothing about. */
export const emptyReport = '{"list":[]}'

/** A WeChat that says what its script says, one step a call, and the last one for ever when it is `always`. */
export interface ScriptedWeChat {
  url: string
  calls: SeenCall[]
  callsOf(path: string): SeenCall[]
  /** Steps for the next calls of a path, in order; after them the default. */
  script(path: string, ...steps: Step[]): void
  always(path: string, step: Step): void
  /** Holds every answer back until `release`; `filled` settles when so many calls are under way. */
  hold(path: string): { release(): void; filled(count: number): Promise<void> }
  /** Highest number of calls, of this path or at all, that were under way at the same time. */
  peak(path?: string): number
}

/** Long enough for a call that should not be there to show itself. */
const tick = () => new Promise(resolve => setTimeout(resolve, 5))

const TOKEN = '/cgi-bin/stable_token'

/** Starts on a free port of this machine; ends with the test. Tokens are `token-1`, `token-2`, … */
export async function startScriptedWeChat(): Promise<ScriptedWeChat> {
  const calls: SeenCall[] = []
  const scripts = new Map<string, Step[]>()
  const defaults = new Map<string, Step>()
  const gates = new Map<string, Promise<void>>()
  const underWay = new Map<string, number>()
  const peaks = new Map<string, number>()
  let issued = 0

  const enter = (name: string, change: 1 | -1) => {
    const now = (underWay.get(name) ?? 0) + change
    underWay.set(name, now)
    peaks.set(name, Math.max(peaks.get(name) ?? 0, now))
  }

  const usual: Step = (request, response, call) => {
    if (call.path !== TOKEN) return answers.text(emptyReport)(request, response, call)
    issued += 1
    return answers.json({ access_token: `token-${issued}`, expires_in: 7200 })(request, response, call)
  }

  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://scripted')
    let text = ''
    for await (const chunk of request) text += chunk
    const call: SeenCall = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: text === '' ? {} : JSON.parse(text),
      contentType: request.headers['content-type'],
    }
    calls.push(call)
    for (const name of ['', call.path]) enter(name, 1)
    response.once('close', () => {
      for (const name of ['', call.path]) enter(name, -1)
    })
    await gates.get(call.path)
    const step = scripts.get(call.path)?.shift() ?? defaults.get(call.path) ?? usual
    await step(request, response, call)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    callsOf: path => calls.filter(call => call.path === path),
    script: (path, ...steps) => void scripts.set(path, [...(scripts.get(path) ?? []), ...steps]),
    always: (path, step) => void defaults.set(path, step),
    hold(path) {
      let release = () => {}
      gates.set(path, new Promise(resolve => (release = resolve)))
      return {
        release() {
          gates.delete(path)
          release()
        },
        async filled(count) {
          while ((underWay.get(path) ?? 0) < count) await tick()
          await tick()
        },
      }
    },
    peak: (path = '') => peaks.get(path) ?? 0,
  }
}
