import { Script } from 'node:vm'
import type { SourceFiles } from './read.ts'

/**
 * What every file of a mini program is handed, in this order. The timers and the console are the host's, counted by file.
 * `App`, `Page` and `Component` are not among it: as in WeChat they are globals, and what one file assigns to them all others call.
 */
export const GIVEN = [
  'require',
  'module',
  'exports',
  'wx',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'global',
  'globalThis',
] as const

/** What WeChat's logic thread does not have: undefined in every file, so that code which leans on a browser fails here too. */
export const SHADOWED = [
  ...['window', 'document', 'self', 'frames', 'parent', 'top', 'location', 'history', 'navigator', 'screen', 'process'],
  ...[
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'caches',
    'crypto',
    'performance',
    'matchMedia',
    'getComputedStyle',
  ],
  ...['XMLHttpRequest', 'fetch', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'File', 'FileReader'],
  ...['WebSocket', 'EventSource', 'BroadcastChannel', 'MessageChannel', 'MessagePort', 'Worker'],
  ...['URL', 'URLSearchParams', 'AbortController', 'AbortSignal', 'TextEncoder', 'TextDecoder', 'atob', 'btoa'],
  ...['Element', 'HTMLElement', 'SVGElement', 'Node', 'Event', 'CustomEvent', 'EventTarget', 'Image', 'DOMParser'],
  ...['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'requestAnimationFrame', 'cancelAnimationFrame'],
  ...['requestIdleCallback', 'queueMicrotask', 'structuredClone', 'setImmediate', 'alert', 'confirm', 'prompt', 'open'],
] as const

/** Modules by path without `.js` as the source of one JavaScript object; a file with a syntax error throws when it is required. */
export function compileModules(files: SourceFiles, faults: string[]): string {
  const parameters = [...GIVEN, ...SHADOWED].join(',')
  const modules: string[] = []
  for (const [name, text] of files) {
    if (!name.endsWith('.js')) continue
    // a function inside, or a `const URL = …` of the file's own would clash with the shadow
    const source = `function(${parameters}){(function(){${text}\n}).call(undefined)}`
    const fault = syntaxFault(source, name)
    if (fault) faults.push(fault)
    modules.push(
      `${JSON.stringify(name.slice(0, -'.js'.length))}:${fault ? `function(){throw new SyntaxError(${JSON.stringify(fault)})}` : source}`,
    )
  }
  return `{${modules.join(',\n')}}`
}

function syntaxFault(source: string, name: string): string | null {
  try {
    new Script(`(${source})`, { filename: name })
    return null
  } catch (error) {
    return `${name} ${(error as Error).message}`
  }
}
