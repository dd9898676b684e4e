export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path from the server's root, with query: `/api/v1/apps`. */
  url: string
  headers?: Record<string, string>
  /** Bytes are sent as they are, everything else as JSON. */
  body?: unknown
  /** Milliseconds; default 15 000. */
  timeout?: number
  signal?: AbortSignal | undefined
}

export interface HttpResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** Parsed JSON when the content type says so, else the text; null when empty. */
  body: unknown
}
