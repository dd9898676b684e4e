import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureInstalled } from '../../scripts/install.mjs'

/** Stands in for npm: writes down how it was called, then does or fails to do what `npm ci` would. */
const FAKE_NPM = `
const fs = require('node:fs')
fs.appendFileSync('calls.log', process.argv.slice(2).join(' ') + '\\n')
if (fs.existsSync('fail')) process.exit(7)
fs.rmSync('node_modules', { recursive: true, force: true })
fs.mkdirSync('node_modules/left', { recursive: true })
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
`

const lockOf = (integrity: string) =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/left': { integrity },
      'node_modules/elsewhere': { integrity: 'x', optional: true },
    },
  })

describe('ensureInstalled', () => {
  let root: string
  const calls = () => readFileSync(path.join(root, 'calls.log'), 'utf8').trim().split('\n').filter(Boolean)
  const write = (name: string, text: string) => writeFileSync(path.join(root, name), text)

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'data-assistant-install-'))
    mkdirSync(path.join(root, 'fake'))
    write('fake/npm-cli.js', FAKE_NPM)
    write('package-lock.json', lockOf('one'))
    write('calls.log', '')
    vi.stubEnv('npm_execpath', path.join(root, 'fake/npm-cli.js'))
    vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  })

  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    rmSync(root, { recursive: true, force: true })
  })

  it('runs npm ci when nothing is installed, development packages included, install scripts not', async () => {
    await ensureInstalled(root)
    expect(calls()).toEqual([expect.stringMatching(/^ci --include=dev --ignore-scripts /)])
  })

  it('runs nothing the second time', async () => {
    await ensureInstalled(root)
    await ensureInstalled(root)
    expect(calls()).toHaveLength(1)
  })

  it('runs again when the lock file changed', async () => {
    await ensureInstalled(root)
    write('package-lock.json', lockOf('two'))
    await ensureInstalled(root)
    expect(calls()).toHaveLength(2)
  })

  it('runs again when a package was deleted by hand', async () => {
    await ensureInstalled(root)
    rmSync(path.join(root, 'node_modules'), { recursive: true })
    await ensureInstalled(root)
    expect(calls()).toHaveLength(2)
  })

  it("takes over what somebody's own npm ci left", async () => {
    mkdirSync(path.join(root, 'node_modules/left'), { recursive: true })
    write(
      'node_modules/.package-lock.json',
      JSON.stringify({ packages: { 'node_modules/left': { integrity: 'one' } } }),
    )
    await ensureInstalled(root)
    expect(calls()).toEqual([])
  })

  it('says what to do when npm fails, and tries again the next time', async () => {
    appendFileSync(path.join(root, 'fail'), '')
    await expect(ensureInstalled(root)).rejects.toThrow(/npm ci failed with code 7[\s\S]*npm ping/)
    rmSync(path.join(root, 'fail'))
    await ensureInstalled(root)
    expect(calls()).toHaveLength(2)
  })

  it('installs once when two processes start at once', async () => {
    await Promise.all([ensureInstalled(root), ensureInstalled(root)])
    expect(calls()).toHaveLength(1)
  })
})

describe('npm start', () => {
  it('refuses in words on a Node that is too old', () => {
    const script = `Object.defineProperty(process.versions, 'node', { value: '20.18.1' }); await import('./scripts/start.mjs')`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr.trim()).toMatch(/^Node 20\.18\.1 is too old/)
  })
})
