import type { HttpDeps } from './deps.ts'
import type { SecurityHeaders } from './headers.ts'

/** What every answer is made with. */
export interface Serving {
  deps: HttpDeps
  headers: SecurityHeaders
  counterOf(address: string): string
}
