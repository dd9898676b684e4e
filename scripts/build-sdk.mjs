import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { contentHash, listingHash } from './fingerprint.mjs'
import { alone } from './lock.mjs'
import { main, run, StepFailed } from './run.mjs'

const INPUTS = ['sdk', 'scripts/build-sdk.mjs', 'package-lock.json']
const STAMP = '.build-stamp'
/** What the package exports; a test compares it with `sdk/index.ts`. */
export const SDK_EXPORTS = ['consent', 'identify', 'init', 'purchase', 'reportEvent', 'track', 'view']

/**
 * Builds `dist/sdk` when its sources changed: the same code as `index.js` (CommonJS, what WeChat's tool reads) and
 * `index.mjs`, with its types and its own `package.json`.
 * @param {string} root
 * @returns {Promise<string>} the folder
 */
export async function buildSdk(root) {
  const folder = path.join(root, 'dist', 'sdk')
  await alone(root, 'build sdk', async () => {
    if (isBuilt(root, folder)) return
    const draft = `${folder}.${process.pid}`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    await bundle(root, draft)
    await declare(root, draft)
    for (const file of ['package.json', 'README.md']) cpSync(path.join(root, 'sdk', file), path.join(draft, file))
    cpSync(path.join(root, 'sdk', 'examples'), path.join(draft, 'examples'), { recursive: true })
    cpSync(path.join(root, 'LICENSE'), path.join(draft, 'LICENSE'))
    rmSync(folder, { recursive: true, force: true })
    renameSync(draft, folder)
    writeFileSync(path.join(folder, STAMP), stamp(root))
  })
  return folder
}

const stamp = root => `${contentHash(root, INPUTS)}\n${listingHash(root, 'dist/sdk', STAMP)}\n`

function isBuilt(root, folder) {
  const file = path.join(folder, STAMP)
  return existsSync(file) && readFileSync(file, 'utf8') === stamp(root)
}

async function bundle(root, folder) {
  const { build } = await import('esbuild')
  const { minify } = await import('terser')
  const names = SDK_EXPORTS.join(', ')
  const entries = {
    'index.mjs': { format: 'esm', contents: `export { ${names} } from './index.ts'` },
    // plain assignments: without the helpers that stand for modules of modules
    'index.js': {
      format: 'cjs',
      contents: `import { ${names} } from './index.ts'\n${SDK_EXPORTS.map(name => `exports.${name} = ${name}`).join('\n')}`,
    },
  }
  for (const [file, { format, contents }] of Object.entries(entries)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: path.join(root, 'sdk'), loader: 'ts' },
      bundle: true,
      format,
      target: 'es2015',
      minifySyntax: true,
      write: false,
      logLevel: 'warning',
    })
    const { code } = await minify(outputFiles[0].text, {
      ecma: 2015,
      module: true,
      compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    })
    writeFileSync(path.join(folder, file), `${code}\n`)
  }
}

async function declare(root, folder) {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  let words = ''
  const code = await run(process.execPath, [tsc, '-p', 'sdk/tsconfig.json', '--outDir', path.join(folder, 'types')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    onOutput: chunk => {
      words += chunk
    },
  })
  if (code !== 0)
    throw new StepFailed(`${words}\nThe types of the SDK could not be made. 无法生成 SDK 的类型声明，原因见上。`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await buildSdk(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
    return 0
  })
}
