import { createHash, timingSafeEqual } from 'node:crypto'
import { ProblemError } from '../errors.ts'
import { parseJson, readBody } from './body.ts'
import { readQuery } from './query.ts'
import type { Serving } from './serving.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What was signed longer ago may be somebody's copy: the signature does not cover the body. */
const FRESH_SECONDS = 600
/** No store takes a NUL, and no id holds one. */
const TRACE = /^[^\p{C}]{1,256}$/u

const isFresh = (timestamp: string | undefined, now: number): boolean =>
  Math.abs(now / 1000 - Number(timestamp)) <= FRESH_SECONDS

/** WeChat signs with the token that was entered on mp.weixin.qq.com → 消息推送. */
function isSigned(token: string, query: Record<string, string>): boolean {
  const text = [token, query.timestamp ?? '', query.nonce ?? ''].sort().join('')
  const ours = createHash('sha1').update(text).digest('hex')
  const theirs = Buffer.from(query.signature ?? '')
  return theirs.length === ours.length && timingSafeEqual(theirs, Buffer.from(ours))
}

/**
 * Where WeChat pushes what it has to say to the assistant: plain or compatible mode, JSON. Does not exist without a token.
 * @returns the text to answer
 * @throws ProblemError `not_found` for whoever does not sign, or signed long ago
 */
export async function wechatPush({ deps }: Serving, request: Request): Promise<string> {
  const { pushToken } = deps.settings
  const { values } = readQuery(request.url)
  const isTheirs = pushToken !== null && isSigned(pushToken, values) && isFresh(values.timestamp, deps.clock.now())
  if (!isTheirs) throw new ProblemError('not_found')
  if (request.method === 'GET') return values.echostr ?? ''
  const event = parseJson(await readBody(request), 'application/json')
  if (!isRecord(event) || event.Event !== 'wxa_media_check') return 'success'
  const { trace_id: trace, result } = event
  if (typeof trace === 'string' && TRACE.test(trace)) {
    const suggest = isRecord(result) ? String(result.suggest) : ''
    await deps.pictureCheck.hear({ trace, suggest })
  }
  return 'success'
}
