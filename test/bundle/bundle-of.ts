import { build } from 'esbuild'
import { ROOT } from '../arch/sources.ts'

/** The minified bundle of a few lines of code, to see what a library leaves behind in one. */
export async function bundleOf(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
  })
  return result.outputFiles.map(file => file.text).join('\n')
}
