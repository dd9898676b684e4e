import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { ProblemError } from '../errors.ts'
import { etagOf, isKnown } from './etag.ts'
import type { Exchange } from './exchange.ts'
import type { Serving } from './serving.ts'
import { wordsIn } from './words/index.ts'

const compress = promisify(gzip)

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

const COMPRESSIBLE = /^(?:text\/|application\/json|image\/svg)/
/** A build writes the hash of a file's content into its name: such a file never changes. */
const HASHED = /\.[0-9a-f]{8,}\./

interface WebFile {
  modifiedAt: number
  bytes: Buffer
  gzipped: Buffer | null
  etag: string
}

/** Serves the files of the built web app; each is read once and again when it has changed. */
export function webApp({ deps, headers }: Serving): (url: string, exchange: Exchange) => Promise<Response> {
  const root = path.resolve(deps.settings.webRoot)
  const files = new Map<string, WebFile>()

  async function load(name: string): Promise<WebFile | null> {
    const found = await stat(name).catch(() => null)
    if (!found?.isFile()) return null
    const [real, realRoot] = await Promise.all([realpath(name), realpath(root)])
    if (!real.startsWith(realRoot + path.sep)) return null
    const known = files.get(name)
    if (known?.modifiedAt === found.mtimeMs) return known
    const bytes = await readFile(name)
    const zips = COMPRESSIBLE.test(types[path.extname(name)] ?? '') && bytes.length > 1024
    const file = {
      modifiedAt: found.mtimeMs,
      bytes,
      gzipped: zips ? await compress(bytes, { level: 9 }) : null,
      etag: etagOf(bytes),
    }
    files.set(name, file)
    return file
  }

  return async (url, exchange) => {
    const relative = pathIn(url)
    const name = relative === null ? null : path.join(root, relative)
    const file = name?.startsWith(root + path.sep) ? await load(name) : null
    const common = { ...headers.page, 'x-request-id': exchange.requestId }
    if (!file || name === null) {
      if (relative !== 'index.html') throw new ProblemError('not_found')
      return new Response(wordsIn(exchange.language).notBuilt, {
        headers: { ...common, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      })
    }
    const validators = {
      ...common,
      etag: file.etag,
      vary: 'Accept-Encoding',
      'cache-control': HASHED.test(path.basename(name)) ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    if (isKnown(exchange.header('if-none-match'), file.etag)) {
      return new Response(null, { status: 304, headers: validators })
    }
    const gzipped = /\bgzip\b/.test(exchange.header('accept-encoding') ?? '') ? file.gzipped : null
    return new Response((gzipped ?? file.bytes) as Uint8Array<ArrayBuffer>, {
      headers: {
        ...validators,
        ...(gzipped ? { 'content-encoding': 'gzip' } : {}),
        'content-type': types[path.extname(name)] ?? 'application/octet-stream',
      },
    })
  }
}

/** The file that an address names, relative to the root; `null` for one that names none of ours. */
function pathIn(url: string): string | null {
  try {
    const pathname = decodeURIComponent(new URL(url).pathname).slice(1)
    if (pathname === '') return 'index.html'
    const parts = pathname.split('/')
    const strange = parts.some(part => part === '' || part.startsWith('.') || /[\\\p{C}]/u.test(part))
    return strange ? null : pathname
  } catch {
    return null
  }
}
