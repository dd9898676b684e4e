import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { longFiles, looseVersions, readersOf, schemaValuesInClient, secretsIn } from './contents.ts'
import { importsOf, ROOT, readSources } from './sources.ts'

const client = readSources('src')
const server = readSources('server')

describe('length', () => {
  it('keeps every file within 300 lines', () => {
    expect(longFiles(readSources('src', 'server', 'sdk', 'test'), 300)).toEqual([])
  })

  it('sees a file of 301 lines', () => {
    expect(longFiles(new Map([['src/lib/long.ts', 'x\n'.repeat(301)]]), 300)).toEqual(['src/lib/long.ts has 301 lines'])
  })
})

describe('the environment', () => {
  const inServer = /^server\/(config\/|config\.ts|entries\/)/
  const inClient = /^src\/(platform\/|.*\.config\.ts$)/

  it('is read by the settings and the entries of the server only', () => {
    expect(readersOf(server, 'process', 'env', inServer)).toEqual([])
  })

  it('is read by the platform room of the client only', () => {
    expect(readersOf(client, 'process', 'env', inClient)).toEqual([])
  })

  it.each(['const x = process.env.SECRET', 'const { SECRET } = process.env', `import { env } from 'node:process'`])(
    'sees: %s',
    text => {
      expect(readersOf(new Map([['server/usecases/a.ts', text]]), 'process', 'env', inServer)).toHaveLength(1)
    },
  )
})

describe('the console', () => {
  const mayWrite = /^server\/entries\//

  it('is used by entries only', () => {
    expect(readersOf(new Map([...client, ...server]), 'console', null, mayWrite)).toEqual([])
  })

  it('is seen', () => {
    expect(readersOf(new Map([['src/api/a.ts', 'console.info(1)']]), 'console', null, mayWrite)).toEqual([
      'src/api/a.ts',
    ])
  })
})

describe('schemas', () => {
  it('reach the client as types only', () => {
    expect(schemaValuesInClient(importsOf(client))).toEqual([])
  })

  it('are seen through another contract file', () => {
    const made = new Map([
      ['src/contract/fields.ts', `import { Type } from 'typebox'\nexport const day = Type.String()`],
      ['src/contract/apps.ts', `export { day } from './fields.ts'`],
      ['src/contract/metrics.ts', 'export const ids = []'],
      ['src/lib/bad.ts', `import { day } from '@/contract/apps'`],
      ['src/lib/good.ts', `import type { Day } from '@/contract/apps'\nimport { ids } from '@/contract/metrics'`],
    ])
    expect(schemaValuesInClient(importsOf(made))).toEqual(['src/lib/bad.ts imports src/contract/apps.ts'])
  })
})

describe('secrets', () => {
  it('are not in the sources of the client and of the SDK', () => {
    expect(
      [...client, ...readSources('sdk')].flatMap(([file, text]) => secretsIn(text).map(what => `${file}: ${what}`)),
    ).toEqual([])
  })

  it.each([
    ['an upstream address', `fetch('https://api.weixin.qq.com/sns')`],
    ['a literal secret', `const form = { secret: 'Zm9vYmFyYmF6cXV4' }`],
    ['what looks like an AppSecret', `login("${'0f'.repeat(16)}")`],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
  ])('are seen: %s', (what, text) => {
    expect(secretsIn(text)).toEqual([what])
  })
})

describe('versions', () => {
  it('are exact in package.json', () => {
    expect(looseVersions(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')))).toEqual([])
  })

  it.each(['^1.0.0', '~1.0.0', '1.x', 'latest', '*', 'git+https://example.com/a.git'])('see %s', version => {
    expect(looseVersions({ devDependencies: { a: version } })).toEqual([`a@${version}`])
  })
})
