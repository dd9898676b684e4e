import { ProblemError } from '../errors.ts'
import type { Assistant } from '../ports/assistant.ts'
import type { Openids } from '../ports/people.ts'

/** Words that others will read. */
export interface Words {
  /** JSON pointer of the field. */
  path: string
  text: string | null | undefined
}

/** Lets WeChat look at words before they are kept. */
export interface WordCheck {
  /** @throws ProblemError `invalid` for words that WeChat calls risky; what it cannot say is let through */
  refuseUnsuitable(personId: string, words: Words[]): Promise<void>
}

export function createWordCheck({ assistant, openids }: { assistant: Assistant; openids: Openids }): WordCheck {
  return {
    async refuseUnsuitable(personId, words) {
      const given = words.flatMap(({ path, text }) => (text?.trim() ? [{ path, text }] : []))
      const openid = given.length > 0 ? await openids.of(personId) : null
      if (openid === null) return
      const verdicts = await Promise.all(given.map(({ text }) => assistant.checkText(openid, text)))
      const issues = given.filter((_, n) => verdicts[n] === 'risky').map(({ path }) => ({ path, code: 'unsuitable' }))
      if (issues.length > 0) throw new ProblemError('invalid', { issues })
    },
  }
}
