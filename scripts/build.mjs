import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentHash, listingHash } from './fingerprint.mjs'
import { alone } from './lock.mjs'
import { run, StepFailed } from './run.mjs'

const INPUTS = [
  'src',
  'config',
  'babel.config.cjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'project.config.json',
]
const STAMP = '.build-stamp'

/**
 * Builds `dist/<target>` when what it is made of changed since the last build, or when its files did.
 * @param {string} root
 * @param {'h5' | 'weapp'} target
 */
export async function ensureBuilt(root, target) {
  if (isBuilt(root, target)) return
  await alone(root, `build ${target}`, async () => {
    if (isBuilt(root, target)) return
    const before = inputsHash(root)
    process.stdout.write(`Building dist/${target} …\n`)
    const folder = path.join(root, 'dist', target)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    await taroBuild(root, target)
    writeFileSync(path.join(folder, STAMP), stamp(root, target, before))
  })
}

const inputsHash = root => contentHash(root, INPUTS) + (process.env.TARO_APP_SERVER_URL ?? '')

const stamp = (root, target, inputs) => `${inputs}\n${listingHash(root, `dist/${target}`, STAMP)}\n`

function isBuilt(root, target) {
  const file = path.join(root, 'dist', target, STAMP)
  return existsSync(file) && readFileSync(file, 'utf8') === stamp(root, target, inputsHash(root))
}

async function taroBuild(root, target) {
  const cli = path.join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')
  const env = { ...process.env, NODE_ENV: 'production' }
  let words = ''
  // the check of the configuration asks a host on the internet for its schema
  const code = await run(process.execPath, [cli, 'build', '--type', target, '--no-check'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    onOutput: chunk => {
      words += chunk
    },
  })
  const isComplete = existsSync(path.join(root, 'dist', target, target === 'h5' ? 'index.html' : 'app.json'))
  if (code === 0 && isComplete) return
  throw new StepFailed(
    `${words}\nThe build of dist/${target} failed with code ${code}; the lines above say why. 构建失败，原因见上。`,
  )
}
