import { checkDeclarations } from './check.ts'
import { type AppJson, readConfigs } from './manifest.ts'
import { compileModules } from './modules.ts'
import { readBuild, type SourceFiles } from './read.ts'
import { compileTemplates } from './wxml.ts'
import { compileStyles } from './wxss.ts'

/** A whole mini program as one script that leaves it in `globalThis.__weapp`. */
export interface CompiledPackage {
  script: string
  /** What is wrong with it before it runs. */
  faults: string[]
}

/** Compiles a build folder, or the files of a made-up mini program. */
export function compilePackage(source: string | SourceFiles): CompiledPackage {
  const files = typeof source === 'string' ? readBuild(source) : source
  const faults: string[] = []
  const { app, ...configs } = readConfigs(files, faults)
  const appJson: AppJson = { pages: [], ...(app as Partial<AppJson>) }
  faults.push(...checkDeclarations(files, appJson, configs))
  const script = `globalThis.__weapp={${[
    `app:${JSON.stringify(appJson)}`,
    `configs:${JSON.stringify(configs)}`,
    `styles:${JSON.stringify(compileStyles(files, configs, faults))}`,
    `templates:(function(){return ${compileTemplates(files, faults)}})()`,
    `modules:${compileModules(files, faults)}`,
  ].join(',')}}`
  return { script, faults }
}
