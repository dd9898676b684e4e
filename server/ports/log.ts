/** Structured log: facts first, then one sentence. Never a secret, token, openid or session_key among the facts. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
