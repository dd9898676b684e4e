/** On every answer. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** Fits the web app: own scripts only; styles may stand inline, since Taro and the charts write them at run time. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"

/** HSTS is a promise for the whole host: made only when its owner says that it is reached by https. */
const strict = { 'strict-transport-security': 'max-age=31536000' }

export interface SecurityHeaders {
  data: Record<string, string>
  /** The same, `[name, value, …]`. */
  flat: readonly string[]
  page: Record<string, string>
}

export function securityHeaders(publicUrl: string): SecurityHeaders {
  const common = publicUrl.startsWith('https:') ? { ...always, ...strict } : always
  const data = { ...common, 'content-security-policy': DATA_POLICY }
  return {
    data,
    flat: Object.entries(data).flat(),
    page: { ...common, 'content-security-policy': PAGE_POLICY, 'x-frame-options': 'DENY' },
  }
}
