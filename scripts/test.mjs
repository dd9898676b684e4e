import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { main, run, StepFailed } from './run.mjs'

/**
 * `npm test`: installs, then runs linter, type check and every test layer; `-- --all` adds the heavy gates of `test/tools` and sets
 * `TEST_ALL` for tests that then play longer;
 * other arguments go to vitest and run only that part, for example `npm test -- test/server/domain`.
 * The last line is `N passed, N failed`, over all of them.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const tools = path.join(root, 'test', 'tools')
const bin = (...name) => path.join(root, 'node_modules', ...name)

await main(async () => {
  const args = process.argv.slice(2)
  const part = args.filter(arg => arg !== '--all')
  if (args.includes('--all')) process.env.TEST_ALL = '1'
  await ensureInstalled(root)
  const results = part.length > 0 ? [await vitest(part)] : await everything(args.includes('--all'))
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
})

/** Every core has work from the first minute to the last: what tests need is made beside the checks, then the files of all projects run in one pool. */
async function everything(isAll) {
  const withTools = isAll && existsSync(path.join(tools, 'package.json'))
  const checking = [
    check('tsc', [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json']),
    check('biome', [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']),
  ]
  const making = [
    make('dist/weapp', () => ensureBuilt(root, 'weapp')),
    make('dist/h5', () => ensureBuilt(root, 'h5')),
    ...(withTools ? [make('test/tools', () => ensureInstalled(tools))] : []),
  ]
  const [checked, made] = await Promise.all([Promise.all(checking), Promise.all(making)])
  // without a build, each file that needs it would try to build again
  const needed = made.every(isPassed) ? ['bundle', 'weapp', 'web', ...(withTools ? ['tools'] : [])] : []
  const tested = await vitest(['unit', 'process', ...needed].map(name => `--project=${name}`))
  return [...checked, ...made, tested]
}

function isPassed({ failed }) {
  return failed === 0
}

/** What tests need, made before any of them; it counts as one, as a check does. */
async function make(name, work) {
  try {
    await work()
    return { passed: 1, failed: 0 }
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    process.stderr.write(`\n> ${name}\n${error.message}\n`)
    return { passed: 0, failed: 1 }
  }
}

/** A check without test cases of its own counts as one. */
async function check(name, args) {
  process.stdout.write(`\n> ${name}\n`)
  const code = await run(process.execPath, args, { cwd: root })
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Counts come from vitest's own report; a run that died without naming a failed test counts as one failure. */
async function vitest(args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'data-assistant-report-'))
  const report = path.join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    process.stdout.write(`\n> vitest ${args.join(' ')}\n`)
    const code = await run(process.execPath, [bin('vitest', 'vitest.mjs'), 'run', ...args, ...reporters], { cwd: root })
    return countOf(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countOf(report, code) {
  const { numPassedTests: passed = 0, testResults = [] } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : {}
  const broken = testResults
    .filter(file => file.status === 'failed')
    .map(file => file.assertionResults.filter(isFailed).length || 1)
  const failed = broken.reduce((sum, count) => sum + count, 0)
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) }
}

function isFailed(result) {
  return result.status === 'failed'
}
