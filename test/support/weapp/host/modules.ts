import { subpackagesOf } from '../package/manifest.ts'
import { folderOf, normalize } from '../package/paths.ts'
import type { AppInstance } from './context.ts'
import { consoleOf, type Faults } from './faults.ts'
import type { LoadedPackage } from './package.ts'
import type { Space } from './space.ts'
import type { Timers } from './timers.ts'

export interface ModulesDeps {
  pack: LoadedPackage
  space: Space
  faults: Faults
  timers: Timers
  wx: object
  onApp: (app: AppInstance) => void
  getApp: () => AppInstance
  getCurrentPages: () => unknown[]
}

type Constructors = Record<'Page' | 'Component', (options: unknown) => unknown>

/** Names of the language itself that code may look for on `global` or `globalThis`. */
const LANGUAGE = [
  ...[
    'Object',
    'Function',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'Math',
    'JSON',
    'Date',
    'RegExp',
    'Promise',
  ],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'Proxy', 'Reflect', 'Error', 'TypeError', 'RangeError', 'SyntaxError'],
  ...['ArrayBuffer', 'DataView', 'Uint8Array', 'Int8Array', 'Uint16Array', 'Int16Array', 'Uint32Array', 'Int32Array'],
  ...['Float32Array', 'Float64Array', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'NaN', 'Infinity'],
  ...['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI'],
]

/** `require` of a mini program: relative paths, one run a file, no reaching into another subpackage. */
export class Modules {
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly deps: ModulesDeps
  private readonly roots: string[]
  private readonly console: object
  /** Of the file that runs: what it defines is its own. */
  private constructors: Constructors | null = null

  constructor(deps: ModulesDeps) {
    this.deps = deps
    this.roots = subpackagesOf(deps.pack.app).map(({ root }) => root)
    this.console = consoleOf(deps.faults)
    const define = (name: keyof Constructors) => (options: unknown) => {
      if (!this.constructors) throw new Error(`${name} is called while no file runs`)
      return this.constructors[name](options)
    }
    Object.assign(window, { App: deps.onApp, Page: define('Page'), Component: define('Component') })
  }

  /** Runs the files of a page: its components first, then its own. */
  loadPage(path: string, seen = new Set<string>()) {
    if (seen.has(path)) return
    seen.add(path)
    for (const component of this.deps.space.componentsOf(path)) this.loadPage(component, seen)
    if (path in this.deps.pack.modules) this.require(path)
  }

  require(id: string): unknown {
    const { pack, space } = this.deps
    const known = this.loaded.get(id)
    if (known) return known.exports
    const run = pack.modules[id]
    if (!run) throw new Error(`module '${id}.js' is not defined`)
    const module: { exports: unknown } = { exports: {} }
    this.loaded.set(id, module)
    space.code.componentEnv(id, ({ Page, Component, Behavior }) => {
      const outer = this.constructors
      this.constructors = { Page, Component } as Constructors
      try {
        run(...this.given(id, module, Behavior))
      } finally {
        this.constructors = outer
      }
    })
    return module.exports
  }

  /** In the order of `GIVEN`; what a browser has and WeChat lacks follows as undefined. */
  private given(id: string, module: { exports: unknown }, Behavior: unknown) {
    const { wx, getApp, getCurrentPages, timers } = this.deps
    const clock = timers.forModule(id)
    const world = { ...this.language(), ...clock, console: this.console }
    return [
      ...[this.requireFrom(id), module, module.exports, wx, Behavior, getApp, getCurrentPages],
      ...[this.console, clock.setTimeout, clock.clearTimeout, clock.setInterval, clock.clearInterval, world, world],
    ]
  }

  private requireFrom(id: string) {
    const require = (target: string) => this.require(this.resolve(id, target))
    return Object.assign(require, { async: async (target: string) => require(target) })
  }

  private resolve(from: string, target: string): string {
    const bare = normalize(target.startsWith('/') ? target : `${folderOf(from)}/${target}`).replace(/\.js$/, '')
    const id = bare in this.deps.pack.modules ? bare : `${bare}/index`
    const root = this.packageOf(id)
    if (root !== '' && root !== this.packageOf(from)) {
      this.deps.faults.add(
        'error',
        `${from}.js requires ${id}.js of the subpackage ${root}, which may not be there yet`,
      )
    }
    return id in this.deps.pack.modules ? id : bare
  }

  private packageOf(id: string): string {
    return this.roots.find(root => id.startsWith(`${root}/`)) ?? ''
  }

  private language(): Record<string, unknown> {
    return Object.fromEntries(LANGUAGE.map(name => [name, (globalThis as Record<string, unknown>)[name]]))
  }
}
