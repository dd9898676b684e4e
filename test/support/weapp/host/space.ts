import type { GeneralComponent } from 'glass-easel'
import { type AssociatedBackend, type CodeSpace, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter'
import { resolveFrom } from '../package/paths.ts'
import type { PhoneBackend } from './backend.ts'
import type { LoadedPackage } from './package.ts'

/** The logic side of a component, as its own code sees it. */
export interface Caller {
  _$: GeneralComponent
  setData: (data: unknown, callback?: () => void) => void
  createIntersectionObserver: (options?: object) => unknown
  [name: string]: unknown
}

/** Called once for every component and page instance, before it is on the screen. */
export type Created = (caller: Caller) => void

/** WeChat's component space, filled with the templates, styles and configurations of the mini program. */
export class Space {
  readonly code: CodeSpace
  private readonly associated: AssociatedBackend
  private readonly pack: LoadedPackage

  constructor(pack: LoadedPackage, backend: PhoneBackend, created: Created) {
    const environment = new MiniProgramEnv()
    this.pack = pack
    this.code = environment.createCodeSpace('', true)
    this.associated = environment.associateBackend(backend)
    this.watchInstances(created)
    for (const [path, content] of Object.entries(pack.templates)) {
      this.code.addCompiledTemplate(path, { groupList: pack.templates, content })
    }
    for (const [path, config] of Object.entries(pack.configs)) {
      const usingComponents = { ...pack.app.usingComponents, ...config.usingComponents }
      this.code.addComponentStaticConfig(path, { ...config, usingComponents } as never)
    }
    for (const [path, { css, scope }] of Object.entries(pack.styles)) {
      this.associated.registerStyleSheetContent(path, css)
      this.code.addStyleSheet(path, path, scope)
    }
  }

  /** Paths of the components that a page or component uses, the app's own included. */
  componentsOf(path: string): string[] {
    const ofApp = Object.values(this.pack.app.usingComponents ?? {}).map(target => resolveFrom('app', target))
    const own = Object.values(this.pack.configs[path]?.usingComponents ?? {}).map(target => resolveFrom(path, target))
    return [...ofApp, ...own].filter(target => target !== path)
  }

  createPage(route: string): Root {
    return this.associated.createRoot('page', this.code, route)
  }

  /** glass-easel leaves `ready` to its host: it comes after the first layout. */
  private watchInstances(created: Created) {
    const behavior = this.code
      .getComponentSpace()
      .define()
      .lifetime('created', function (this: unknown) {
        created(callerOf(this))
      })
      .lifetime('attached', function (this: unknown) {
        const component = callerOf(this)._$
        window.setTimeout(() => component.triggerLifetime('ready', []), 0)
      })
      .registerBehavior()
    this.code.setOverallBehavior(behavior as never)
  }
}

function callerOf(self: unknown): Caller {
  const component = (self as Partial<Caller>)._$ ?? (self as GeneralComponent)
  return component.getMethodCaller() as unknown as Caller
}
