import { readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const room = fileURLToPath(new URL('../../../server/sandbox', import.meta.url))
const sdk = fileURLToPath(new URL('../../../sdk/', import.meta.url))
const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))

/** The visitors of its apps carry our SDK, as the phones of a measured app do; the emulator knows nothing of it. */
const carriesSdk = (name: string, file: string) => name.startsWith('visitors/') && file.startsWith(sdk)

it('the sandbox imports nothing of ours from outside its room, its visitors the SDK alone', () => {
  const outside = files.flatMap(name => {
    const file = resolve(room, name)
    const imports = [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(match => match[1] ?? '')
    return imports
      .filter(path =>
        path.startsWith('.')
          ? !resolve(dirname(file), path).startsWith(room) && !carriesSdk(name, resolve(dirname(file), path))
          : !/^(node:|hono$|@hono\/)/.test(path),
      )
      .map(path => `${name} imports ${path}`)
  })
  expect(files.length).toBeGreaterThan(20)
  expect(outside).toEqual([])
})
