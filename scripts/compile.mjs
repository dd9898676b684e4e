import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { contentHash } from './fingerprint.mjs'

/** The demo's visitors carry the SDK. */
const ROOMS = ['server', 'src/contract', 'sdk']
const INPUTS = [...ROOMS, 'package-lock.json']
const OUTPUT = 'dist/server'
/** Read from disk as they are, next to the module that asks for them. */
const ASSET = /\.(mjs|sql)$/

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/**
 * The server as plain JavaScript, file by file and in the same folders, so that no TypeScript loader has to live in the
 * server's process. One folder for each state of the sources: a running server's files are never rewritten.
 * @returns {Promise<string>} the folder
 */
export async function compileServer() {
  const folder = path.join(root, OUTPUT, contentHash(root, INPUTS).slice(0, 16))
  if (existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  await compile(draft)
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  for (const other of readdirSync(path.join(root, OUTPUT))) {
    if (!folder.endsWith(other) && !other.includes('.')) rmSync(path.join(root, OUTPUT, other), { recursive: true })
  }
  return folder
}

async function compile(outdir) {
  const { build } = await import('esbuild')
  const files = ROOMS.flatMap(room => filesUnder(room)).filter(file => !file.startsWith('sdk/examples/'))
  mkdirSync(outdir, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: files.filter(file => file.endsWith('.ts')),
    outdir,
    outbase: '.',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    bundle: true,
    packages: 'external',
    logLevel: 'warning',
    plugins: [{ name: 'keep files apart', setup: keepFilesApart }],
  })
  for (const file of files.filter(name => ASSET.test(name))) cpSync(path.join(root, file), path.join(outdir, file))
}

/** Every relative import stays an import, of the compiled neighbour. */
function keepFilesApart(esbuild) {
  esbuild.onResolve({ filter: /^\.{1,2}\// }, ({ path: asked, kind }) => {
    if (kind === 'entry-point') return undefined
    return { path: ASSET.test(asked) ? asked : `${asked.replace(/\.ts$/, '')}.js`, external: true }
  })
}

const filesUnder = room =>
  readdirSync(path.join(root, room), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await compileServer())
