import type { Admission } from './admission.ts'
import type { HttpDeps } from './deps.ts'
import type { SecurityHeaders } from './headers.ts'

/** What every answer is made with. */
export interface Serving {
  deps: HttpDeps
  headers: SecurityHeaders
  /** Of what measured apps send: reads come before it. */
  admission: Admission
  counterOf(address: string): string
}
