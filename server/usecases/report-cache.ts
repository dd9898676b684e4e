import type { Archive } from '../ports/archive.ts'
import type { Clock } from '../ports/clock.ts'
import type { Timed } from './timed-answer.ts'

/** Answers remembered in one process. */
const MAX_ANSWERS = 500

interface Remembered {
  answer: object
  version: number
  until: number
}

/** Remembers whole answers; the very object comes back, so that its bytes need no second encoding. */
export interface ReportCache {
  /** The answer to a question, made anew when the archive of the app has changed or its time is over. */
  answer<Answer extends object>(appid: string, question: string, make: () => Promise<Timed<Answer>>): Promise<Answer>
}

/**
 * An answer stays while the app's archive keeps its version and no clock-driven state is due (15:00, ten minutes after
 * "not ready", midnight). Askers of one question at one time share its making.
 */
export function createReportCache(
  { archive, clock }: { archive: Pick<Archive, 'version'>; clock: Clock },
  maxAnswers = MAX_ANSWERS,
): ReportCache {
  const remembered = new Map<string, Remembered>()
  const making = new Map<string, Promise<object>>()

  async function fresh(key: string, version: number, make: () => Promise<Timed<object>>): Promise<object> {
    const { answer, until } = await make()
    remembered.delete(key)
    if (until > clock.now()) remembered.set(key, { answer, version, until })
    for (const oldest of remembered.keys()) {
      if (remembered.size <= maxAnswers) break
      remembered.delete(oldest)
    }
    return answer
  }

  return {
    async answer<Answer extends object>(appid: string, question: string, make: () => Promise<Timed<Answer>>) {
      const key = `${appid} ${question}`
      const version = await archive.version(appid)
      const known = remembered.get(key)
      if (known && known.version === version && clock.now() < known.until) return known.answer as Answer
      const sharing = `${key} ${version}`
      const underWay = making.get(sharing)
      if (underWay) return underWay as Promise<Answer>
      const made = fresh(key, version, make).finally(() => making.delete(sharing))
      making.set(sharing, made)
      return made as Promise<Answer>
    },
  }
}
