import { createHash, timingSafeEqual } from 'node:crypto'
import { ProblemError } from '../errors.ts'
import { parseJson, readBody } from './body.ts'
import { readQuery } from './query.ts'
import type { Serving } from './serving.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

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
 * @throws ProblemError `not_found` for whoever does not sign
 */
export async function wechatPush({ deps }: Serving, request: Request): Promise<string> {
  const { pushToken } = deps.settings
  const { values } = readQuery(request.url)
  if (pushToken === null || !isSigned(pushToken, values)) throw new ProblemError('not_found')
  if (request.method === 'GET') return values.echostr ?? ''
  const event = parseJson(await readBody(request), 'application/json')
  if (isRecord(event) && event.Event === 'wxa_media_check' && typeof event.trace_id === 'string') {
    const suggest = isRecord(event.result) ? String(event.result.suggest) : ''
    await deps.pictureCheck.hear({ trace: event.trace_id, suggest })
  }
  return 'success'
}
