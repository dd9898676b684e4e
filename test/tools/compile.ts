import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const COMPILER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'compiler.mjs')

/** A change of a built mini program: file → its new text, or null to take it away. */
export type Change = (read: (file: string) => string) => Record<string, string | null>

/**
 * Compiles a build, with a change, by WeChat's own compiler; answers the compiled files and their bytes.
 * @throws Error with what the compiler says
 */
export async function compile(dist: string, change: Change = () => ({})): Promise<Map<string, number>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'data-assistant-compile-'))
  try {
    const built = path.join(folder, 'dist', 'weapp')
    cpSync(dist, built, { recursive: true })
    const changes = change(file => readFileSync(path.join(built, file), 'utf8'))
    for (const [file, text] of Object.entries(changes)) {
      if (text === null) rmSync(path.join(built, file))
      else writeFileSync(path.join(built, file), text)
    }
    const config = {
      appid: 'wx0000000000000000',
      compileType: 'miniprogram',
      miniprogramRoot: 'dist/weapp/',
      setting: {},
    }
    writeFileSync(path.join(folder, 'project.config.json'), JSON.stringify(config))
    return await runCompiler(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runCompiler(folder: string): Promise<Map<string, number>> {
  const file = path.join(folder, 'answer.json')
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [COMPILER, folder, file], {
    // it makes a folder for its cache wherever it stands
    cwd: folder,
    env: { PATH, HOME },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      words += chunk
    })
  }
  await once(child, 'close')
  if (!existsSync(file)) throw new Error(`the compiler ended without an answer:\n${words}`)
  const { files, error } = JSON.parse(readFileSync(file, 'utf8')) as { files?: Record<string, number>; error?: string }
  if (error !== undefined) throw new Error(error)
  return new Map(Object.entries(files ?? {}))
}
