import { JSDOM, VirtualConsole } from 'jsdom'
import type { PhoneWindow } from '../host/index.ts'
import type { Remote } from '../protocol.ts'
import type { RemoteAnswer, RemoteName, Surface, SurfaceOptions } from './surface.ts'

/** A phone without a picture: a window of jsdom of its own, with its own globals. */
export async function openInJsdom({ scripts, settings, bridge }: SurfaceOptions): Promise<Surface> {
  const faults: string[] = []
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', error => faults.push(error.message))
  virtualConsole.on('error', (...words) => faults.push(words.map(String).join(' ')))
  virtualConsole.on('warn', (...words) => faults.push(words.map(String).join(' ')))
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: 'https://phone.test/',
    virtualConsole,
  })
  const window = dom.window as unknown as JSDOM['window'] & PhoneWindow
  for (const script of scripts) window.eval(script)
  const remote = window.__bootPhone({ ...settings, layout: false }, bridge)
  const call = async <N extends RemoteName>(name: N, ...args: Parameters<Remote[N]>) => {
    const run = remote[name] as (...given: unknown[]) => unknown
    // as it would cross from a browser: plain JSON
    const answer = await run(...args)
    return (answer === undefined ? undefined : JSON.parse(JSON.stringify(answer))) as RemoteAnswer<N>
  }
  return {
    call,
    tap: async ref => call('tap', ref),
    type: async (ref, text, confirm) => call('type', ref, text, confirm),
    setTheme: async theme => call('setTheme', theme),
    screenshot: async () => {
      throw new Error('jsdom draws no picture: open the phone in a browser')
    },
    faults: () => [...faults],
    close: async () => window.close(),
  }
}
