import { build } from 'esbuild'
import { SDK_EXPORTS } from '../../scripts/build-sdk.mjs'
import { ROOT } from '../arch/sources.ts'

export type Sdk = typeof import('../../sdk/index.ts')

let code: Promise<string> | null = null

/** The SDK as one CommonJS script, of the present sources; built once a process. */
export function sdkScript(): Promise<string> {
  code ??= bundle()
  return code
}

async function bundle(): Promise<string> {
  const names = SDK_EXPORTS.join(', ')
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${names} } from './sdk/index.ts'\nObject.assign(exports, { ${names} })`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2015',
    logLevel: 'silent',
  })
  return outputFiles.map(file => file.text).join('\n')
}
