import postcss, { type AtRule, type Root } from 'postcss'
import type { PageJson } from './manifest.ts'
import { resolveFrom } from './paths.ts'
import type { SourceFiles } from './read.ts'

const RPX = /(-?\d*\.?\d+)rpx/g
const CLASS = /\.(-?[_a-zA-Z][\w-]*)/g

/** One style sheet as a browser reads it; `scope` is the prefix that glass-easel writes before the classes of an isolated component. */
export interface CompiledStyle {
  css: string
  scope: string | undefined
}

/** Style sheets by path without `.wxss`; what cannot be parsed or imported becomes a fault. */
export function compileStyles(
  files: SourceFiles,
  configs: Record<string, PageJson>,
  faults: string[],
): Record<string, CompiledStyle> {
  const styles: Record<string, CompiledStyle> = {}
  for (const name of files.keys()) {
    if (!name.endsWith('.wxss')) continue
    const path = name.slice(0, -'.wxss'.length)
    const scope = isIsolated(configs[path]) ? `s${Object.keys(styles).length}` : undefined
    const sheet = parse(files, name, faults)
    if (scope) {
      sheet.walkRules(rule => {
        rule.selector = rule.selector.replace(CLASS, `.${scope}--$1`)
      })
    }
    styles[path] = { css: sheet.toString().replace(RPX, (_, count) => `calc(${count} * 100vw / 750)`), scope }
  }
  return styles
}

/** A component without a word about it keeps its styles to itself and takes none. */
const isIsolated = (config: PageJson | undefined) =>
  config?.component === true && !config.addGlobalClass && (config.styleIsolation ?? 'isolated') === 'isolated'

function parse(files: SourceFiles, name: string, faults: string[], within: readonly string[] = []): Root {
  try {
    const sheet = postcss.parse(files.get(name) ?? '', { from: name })
    sheet.walkAtRules('import', rule => inline(rule, files, name, faults, [...within, name]))
    return sheet
  } catch (error) {
    faults.push(`${name} ${(error as Error).message}`)
    return postcss.root()
  }
}

function inline(rule: AtRule, files: SourceFiles, name: string, faults: string[], within: readonly string[]) {
  const target = resolveFrom(name, rule.params.replace(/^(url\()?["']?|["']?\)?$/g, ''))
  if (files.has(target) && !within.includes(target)) rule.replaceWith(parse(files, target, faults, within).nodes)
  else {
    faults.push(`${name} imports ${target}, which is not there`)
    rule.remove()
  }
}
