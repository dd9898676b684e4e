/** What goes over the line. */
export interface SentBody {
  data: string | ArrayBuffer | undefined
  /** Where the call names none itself. */
  headers: Record<string, string>
}

/** By its tag: what comes out of a file may belong to another realm. */
const isBytes = (body: unknown): body is ArrayBuffer => Object.prototype.toString.call(body) === '[object ArrayBuffer]'

/** Bytes go as they are, everything else as JSON. */
export function sentBody(body: unknown): SentBody {
  if (body === undefined) return { data: undefined, headers: {} }
  if (isBytes(body)) return { data: body, headers: { 'content-type': 'application/octet-stream' } }
  return { data: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}
