import type { Locale } from '../../src/contract/identity.ts'
import { auditText } from '../../src/lib/text/audit.ts'
import { textOf } from '../../src/lib/text/index.ts'
import { performanceText } from '../../src/lib/text/performance.ts'

/** Every word that a person reads, those that one page alone says too. */
export const allWords = (locale: Locale) => ({
  ...textOf(locale),
  audit: auditText(locale),
  performance: performanceText(locale),
})
