import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** File of a mini program (path from its root, with `/`) → its text. Made up in a test, or read from a build. */
export type SourceFiles = ReadonlyMap<string, string>

const TEXT = /\.(js|json|wxml|wxss|wxs)$/
const BESIDES = /(^|\/)(project\.config|project\.private\.config|sitemap)\.json$/

/** The text files of a built mini program. */
export function readBuild(folder: string): SourceFiles {
  const names = readdirSync(folder, { recursive: true }).map(name => String(name).split(path.sep).join('/'))
  const read = names.filter(
    name => TEXT.test(name) && !BESIDES.test(name) && statSync(path.join(folder, name)).isFile(),
  )
  return new Map(read.sort().map(name => [name, readFileSync(path.join(folder, name), 'utf8')]))
}
