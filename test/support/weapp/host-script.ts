import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))
const fromPackage = (name: string, file: string) =>
  path.join(path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dist', file)

let script: Promise<string> | null = null

/** The host as one script for a window, jsdom's or a browser's; built once a process. */
export function hostScript(): Promise<string> {
  script ??= bundle()
  return script
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(here, 'host', 'index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    // the development build names a listener after its handler (see host/handlers.ts)
    alias: {
      'glass-easel': fromPackage('glass-easel', 'glass_easel.dev.all.es.js'),
      'glass-easel-miniprogram-adapter': fromPackage(
        'glass-easel-miniprogram-adapter',
        'glass_easel_miniprogram_adapter.es.js',
      ),
    },
    logLevel: 'silent',
  })
  return outputFiles.map(file => file.text).join('\n')
}
