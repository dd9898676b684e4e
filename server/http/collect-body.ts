import { isAscii } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { collectLimits } from '../../src/contract/collect.ts'
import { ProblemError } from '../errors.ts'
import { isGzipped } from './content-coding.ts'

const { bodyBytes: LIMIT } = collectLimits
/** Who dribbles a quarter megabyte for longer than this holds a connection for nothing. */
const WITHIN_MS = 20_000

/**
 * A body as Node hands it out, never more of it than the limit.
 * @throws ProblemError `too_large`, or `bad_request` when it ends before its end
 */
export function readIncoming(incoming: IncomingMessage): Promise<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > LIMIT) return Promise.reject(tooLarge(incoming))
  return new Promise((resolve, reject) => {
    let first: Buffer | null = null
    let rest: Buffer[] | null = null
    let size = 0
    const fail = (problem: ProblemError) => {
      clearTimeout(late)
      reject(problem)
    }
    const late = setTimeout(() => fail(new ProblemError('bad_request')), WITHIN_MS)
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > LIMIT) {
        if (size - chunk.length <= LIMIT) fail(tooLarge(incoming))
      } else if (first === null) first = chunk
      else if (rest === null) rest = [first, chunk]
      else rest.push(chunk)
    })
    incoming.on('end', () => {
      clearTimeout(late)
      resolve(rest ? Buffer.concat(rest) : (first ?? Buffer.alloc(0)))
    })
    // every request closes: an error is made for those alone that did so before their end
    const broken = () => {
      if (!incoming.complete || incoming.errored) fail(new ProblemError('bad_request'))
    }
    incoming.on('error', broken)
    incoming.on('close', broken)
  })
}

function tooLarge(incoming: IncomingMessage): ProblemError {
  letGo(incoming)
  return new ProblemError('too_large')
}

/** Lets a body go unread, so that its sender hears why; who sends on and on is cut off. */
export function letGo(incoming: IncomingMessage): void {
  if (incoming.complete) return void incoming.resume()
  const late = setTimeout(() => incoming.destroy(), WITHIN_MS)
  late.unref()
  incoming.once('close', () => clearTimeout(late))
  incoming.resume()
}

/** A quarter megabyte is unpacked in less than the way to a thread and back takes, so it is done at once. */
function unpack(bytes: Buffer, encoding: string | undefined): Buffer {
  if (!isGzipped(encoding)) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: LIMIT })
  } catch (cause) {
    const isTooLarge = (cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge ? new ProblemError('too_large') : new ProblemError('bad_request', { detail: 'notGzip' }, { cause })
  }
}

const JSON_OR_TEXT = /^(?:application\/(?:[\w.+-]+\+)?json|text\/plain)\s*(?:;|$)/i
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * What a body says. A web page may send it as text, which spares it the browser's question beforehand.
 * @throws ProblemError `too_large` when it unpacks to more than the limit, `bad_request` when it is no JSON
 */
export function parseCollected(bytes: Buffer, type: string | undefined, encoding: string | undefined): unknown {
  if (type !== undefined && !JSON_OR_TEXT.test(type)) throw new ProblemError('bad_request', { detail: 'notJson' })
  const plain = unpack(bytes, encoding)
  try {
    return JSON.parse(isAscii(plain) ? plain.toString('latin1') : utf8.decode(plain))
  } catch (cause) {
    throw new ProblemError('bad_request', { detail: 'notJson' }, { cause })
  }
}
