import type { SourceFiles } from './read.ts'

/** `app.json`, as far as the host reads it. */
export interface AppJson {
  pages: string[]
  entryPagePath?: string
  subPackages?: { root: string; name?: string; pages: string[] }[]
  subpackages?: AppJson['subPackages']
  preloadRule?: Record<string, { packages: string[] }>
  tabBar?: { list: { pagePath: string }[] }
  usingComponents?: Record<string, string>
  window?: PageJson
}

/** The `.json` beside a page or a component. */
export interface PageJson {
  component?: boolean
  styleIsolation?: string
  addGlobalClass?: boolean
  usingComponents?: Record<string, string>
  enablePullDownRefresh?: boolean
  navigationBarTitleText?: string
}

export interface Subpackage {
  /** Without a slash at either end. */
  root: string
  name: string
  /** Whole routes. */
  pages: string[]
}

/** Configurations by path without `.json`; a file that is no JSON becomes a fault. */
export function readConfigs(files: SourceFiles, faults: string[]): Record<string, PageJson> {
  const configs: Record<string, PageJson> = {}
  for (const [name, text] of files) {
    if (!name.endsWith('.json')) continue
    try {
      configs[name.slice(0, -'.json'.length)] = JSON.parse(text)
    } catch (error) {
      faults.push(`${name} is no JSON: ${(error as Error).message}`)
    }
  }
  return configs
}

export function subpackagesOf(app: AppJson): Subpackage[] {
  return (app.subPackages ?? app.subpackages ?? []).map(({ root, name, pages }) => {
    const bare = root.replace(/^\/|\/$/g, '')
    return { root: bare, name: name ?? bare, pages: pages.map(page => `${bare}/${page}`) }
  })
}

/** Every route that the mini program declares. */
export function routesOf(app: AppJson): string[] {
  return [...app.pages, ...subpackagesOf(app).flatMap(({ pages }) => pages)]
}
