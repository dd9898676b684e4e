import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** File in a build (with `/`) → its bytes; what the build leaves beside the product (licences, source maps, our stamp) does not count. */
export function shippedFiles(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true }).map(name => String(name).split(path.sep).join('/'))
  const shipped = names.filter(
    name => !/(\.LICENSE\.txt|\.map|\.build-stamp)$/.test(name) && statSync(path.join(folder, name)).isFile(),
  )
  return new Map(shipped.map(name => [name, readFileSync(path.join(folder, name))]))
}

interface AppJson {
  subPackages?: { root: string }[]
}

/** Bytes of the main package (`''`) and of each subpackage by its root, as WeChat counts them. */
export function packageSizes(files: ReadonlyMap<string, Buffer>): Record<string, number> {
  const app = JSON.parse(String(files.get('app.json'))) as AppJson
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const sizes: Record<string, number> = Object.fromEntries(['', ...roots].map(root => [root, 0]))
  for (const [name, bytes] of files) {
    const root = roots.find(prefix => name.startsWith(`${prefix}/`)) ?? ''
    sizes[root] = (sizes[root] ?? 0) + bytes.length
  }
  return sizes
}

/** Scripts that a page asks for before any of its own code runs. */
export function initialScripts(html: string): string[] {
  return [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(match => (match[1] ?? '').replace(/^\.?\//, ''))
}

/** Sum of the gzipped sizes of files of a build; a file that is not there is an error. */
export function gzippedSize(files: ReadonlyMap<string, Buffer>, names: readonly string[]): number {
  return names.reduce((sum, name) => {
    const bytes = files.get(name)
    if (!bytes) throw new Error(`the build has no ${name}`)
    return sum + gzipSync(bytes, { level: 9 }).length
  }, 0)
}
