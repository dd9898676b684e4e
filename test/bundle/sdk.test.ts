import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSdk, SDK_EXPORTS } from '../../scripts/build-sdk.mjs'
import * as sources from '../../sdk/index.ts'
import { secretsIn } from '../arch/contents.ts'
import { ROOT } from '../arch/sources.ts'
import { BUILD_TIMEOUT } from '../support/built.ts'
import { unreadable } from './readable.ts'

const LIMIT = 3400
const SCRIPTS = ['index.js', 'index.mjs']
/** An app of somebody else's, with the package and nothing else installed. */
let app: string
let folder: string
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')

beforeAll(async () => {
  folder = await buildSdk(ROOT)
  app = mkdtempSync(path.join(tmpdir(), 'sdk-'))
  cpSync(folder, path.join(app, 'node_modules', 'data-assistant-sdk'), { recursive: true })
}, BUILD_TIMEOUT)

afterAll(() => rmSync(app, { recursive: true, force: true }))

const node = (file: string, code: string) => {
  writeFileSync(path.join(app, file), code)
  return execFileSync(process.execPath, [file], { cwd: app, encoding: 'utf8' }).trim()
}

describe('the package of the SDK', () => {
  it.each(SCRIPTS)('has an %s of at most 3.4 KB, gzipped', file => {
    expect(gzipSync(read(file), { level: 9 }).length).toBeLessThanOrEqual(LIMIT)
  })

  it('holds what a package needs, and no more', () => {
    expect(
      readdirSync(folder)
        .filter(name => !name.startsWith('.'))
        .sort(),
    ).toEqual(['LICENSE', 'README.md', ...SCRIPTS, 'examples', 'package.json', 'types'].sort())
  })

  it('depends on nothing', () => {
    const manifest = JSON.parse(read('package.json'))
    expect(Object.keys(manifest).filter(key => /dependencies|scripts/i.test(key))).toEqual([])
    expect(SCRIPTS.filter(file => /\b(require|import)\b/.test(read(file)))).toEqual([])
  })

  it('says the same version everywhere', () => {
    const { version } = JSON.parse(read('package.json'))
    for (const file of SCRIPTS) expect(read(file)).toContain(`"${version}"`)
  })

  it('exports what its sources export', () => {
    expect(Object.keys(sources).sort()).toEqual(SDK_EXPORTS)
  })

  it('is required, and does nothing in a world that it does not know', () => {
    const code = `const sdk = require('data-assistant-sdk'); sdk.track('a'); console.log(Object.keys(sdk).sort().join())`
    expect(node('app.cjs', code)).toBe(SDK_EXPORTS.join())
  })

  it('is imported', () => {
    const code = `import * as sdk from 'data-assistant-sdk'; sdk.track('a'); console.log(Object.keys(sdk).sort().join())`
    expect(node('app.mjs', code)).toBe(SDK_EXPORTS.join())
  })

  it(
    'is typed for an app that is checked strictly',
    () => {
      const good = `import { init, track, type WireEvent } from 'data-assistant-sdk'
init({ key: 'wk_1', url: 'https://a.example', consent: 'required' })
track('a', { b: 1 })
export const event: WireEvent | null = null`
      const bad = `import { init } from 'data-assistant-sdk'
init({ key: 'wk_1', url: 'https://a.example' })`
      const said = complaints({ 'good.ts': good, 'bad.ts': bad })
      expect(said).toContain("Property 'consent' is missing")
      expect(said).not.toContain('good.ts')
    },
    BUILD_TIMEOUT,
  )

  it.each(SCRIPTS)('can be read by every phone in the field: %s', file => {
    expect(unreadable(read(file).replace(/export\s*\{[^}]*\};?\s*$/, ''))).toEqual([])
    expect(read(file)).not.toMatch(/\basync\b|\bawait\b|\byield\b/)
  })

  it.each(SCRIPTS)('uses nothing that the thread of a mini program lacks: %s', file => {
    expect(read(file)).not.toMatch(/\b(fetch|URL|TextEncoder|crypto|structuredClone|AbortController|Blob)\b/)
  })

  it.each(SCRIPTS)('carries no secret and no address: %s', file => {
    expect([...secretsIn(read(file)), ...(read(file).match(/https?:\/\/[^"'`]*/g) ?? [])]).toEqual([])
  })
})

/** What the compiler says of an app. */
function complaints(files: Record<string, string>): string {
  for (const [file, code] of Object.entries(files)) writeFileSync(path.join(app, file), code)
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  const flags = ['--noEmit', '--strict', '--target', 'es2020', '--module', 'esnext', '--moduleResolution', 'bundler']
  const names = Object.keys(files)
  try {
    execFileSync(process.execPath, [tsc, ...flags, ...names], { cwd: app, encoding: 'utf8', stdio: 'pipe' })
    return ''
  } catch (error) {
    return String((error as { stdout: string }).stdout)
  }
}
