const HIDDEN = '[hidden]'

/** Names whose value nobody may read in a log, in any spelling. */
const NAMES =
  'access_?token|refresh_?token|token|app_?secret|secret|session_?key|openid|unionid|js_?code|code|authorization|cookie|password|master_?key'

/** `name=value`, `"name":"value"`, `name: value` */
const NAMED = new RegExp(
  `(["']?\\b(?:${NAMES})["']?\\s*[=:]\\s*)(?:"[^"]*"|'[^']*'|Bearer\\s+[^\\s,;]+|[^\\s"'&,;)}\\]]+)`,
  'gi',
)
const BEARER = /\bBearer\s+[^\s"',;]+/gi
/** Queries carry tokens and codes: none of them is written. */
const QUERY = /(\bhttps?:\/\/[^\s?#"']+|\s\/[\w./:-]+)\?[^\s"')]*/g
/** openids and unionids begin with `o` and have 28 characters. */
const OPENID = /\bo[A-Za-z0-9_-]{27}(?![A-Za-z0-9_-])/g
const CONNECTION = /\b(\w+:\/\/)[^\s:/@]+:[^\s@]+@/g
/** Our own tokens (43), codes of hand-offs and links, WeChat's access tokens (over 100). */
const LONG = /(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{40,}(?![A-Za-z0-9_-])/g

/** Takes out of a text what must never be in a log. */
export const scrub = (text: string): string =>
  text
    .replace(CONNECTION, `$1${HIDDEN}@`)
    .replace(QUERY, '$1')
    .replace(NAMED, `$1${HIDDEN}`)
    .replace(BEARER, `Bearer ${HIDDEN}`)
    .replace(OPENID, HIDDEN)
    .replace(LONG, HIDDEN)

interface ErrorFacts {
  name: string
  message: string
  stack?: string
  code?: string | number
  errcode?: number
  cause?: ErrorFacts
}

/**
 * What may be written of an error: a list of what is allowed, since drivers hang rows, parameters and whole requests
 * on theirs.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, message: scrub(String(error)).slice(0, 500) }
  const { code, details } = error as { code?: unknown; details?: { errcode?: unknown } }
  return {
    name: error.name,
    message: scrub(error.message).slice(0, 2000),
    ...(error.stack ? { stack: scrub(error.stack).slice(0, 4000) } : {}),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof details?.errcode === 'number' ? { errcode: details.errcode } : {}),
    ...(error.cause !== undefined && depth < 3 ? { cause: errorFacts(error.cause, depth + 1) } : {}),
  }
}
