import { type AppJson, type PageJson, routesOf, subpackagesOf } from './manifest.ts'
import { resolveFrom } from './paths.ts'
import type { SourceFiles } from './read.ts'

/** What WeChat's tool would refuse about the declarations of a mini program; one sentence a fault. */
export function checkDeclarations(files: SourceFiles, app: AppJson, configs: Record<string, PageJson>): string[] {
  return [
    ...missingPages(files, app),
    ...missingComponents(files, { ...configs, app: { ...app, component: false } }),
    ...wrongPreloads(app),
    ...wrongTabs(app),
  ]
}

function missingPages(files: SourceFiles, app: AppJson): string[] {
  return routesOf(app).flatMap(route =>
    ['js', 'wxml'].filter(kind => !files.has(`${route}.${kind}`)).map(kind => `page ${route} has no ${route}.${kind}`),
  )
}

function missingComponents(files: SourceFiles, configs: Record<string, PageJson>): string[] {
  return Object.entries(configs).flatMap(([owner, { usingComponents = {} }]) =>
    Object.entries(usingComponents).flatMap(([tag, target]) => {
      const path = resolveFrom(owner, target)
      const lacks = ['js', 'json', 'wxml'].filter(kind => !files.has(`${path}.${kind}`))
      if (lacks.length > 0) return [`${owner}.json uses <${tag}> from ${target}, and there is no ${path}.${lacks[0]}`]
      return configs[path]?.component ? [] : [`${owner}.json uses <${tag}> from ${target}, which is no component`]
    }),
  )
}

function wrongPreloads(app: AppJson): string[] {
  const routes = new Set(routesOf(app))
  const packages = new Set(['__APP__', ...subpackagesOf(app).flatMap(({ root, name }) => [root, name])])
  return Object.entries(app.preloadRule ?? {}).flatMap(([route, rule]) => [
    ...(routes.has(route) ? [] : [`preloadRule names the page ${route}, which is not declared`]),
    ...rule.packages
      .filter(name => !packages.has(name.replace(/^\/|\/$/g, '')))
      .map(name => `preloadRule of ${route} names the package ${name}, which is not declared`),
  ])
}

function wrongTabs(app: AppJson): string[] {
  const pages = [...(app.tabBar?.list ?? []).map(({ pagePath }) => pagePath), app.entryPagePath ?? app.pages[0] ?? '']
  const main = new Set(app.pages)
  return pages.filter(page => !main.has(page)).map(page => `${page} must be a page of the main package`)
}
