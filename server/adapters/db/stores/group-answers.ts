import type { Answered } from '../../../ports/archive.ts'

interface Waiting {
  answer: Answered
  resolve: () => void
  reject: (error: unknown) => void
}

const keyOf = ({ report, period }: Answered) => `${report} ${period}`

/**
 * Writes the answers of an app together that come while others are being written: one sync for many. Nobody waits for
 * company, and each is told once its own answer is written; one that cannot be written leaves the others alone.
 * @param write keeps answers of one app, each of another period
 */
export function groupAnswers(write: (appid: string, answers: Answered[]) => Promise<void>) {
  const waiting = new Map<string, Waiting[]>()

  async function settle(appid: string, group: Waiting[]): Promise<void> {
    try {
      await write(
        appid,
        group.map(({ answer }) => answer),
      )
      for (const { resolve } of group) resolve()
    } catch (error) {
      const [only] = group
      if (group.length === 1) only?.reject(error)
      else for (const one of group) await settle(appid, [one])
    }
  }

  async function drain(appid: string, queue: Waiting[]): Promise<void> {
    // those of the same moment go together
    await Promise.resolve()
    while (queue.length > 0) {
      const group = new Map<string, Waiting>()
      for (const one of queue.splice(0)) {
        const key = keyOf(one.answer)
        // a second reading of a period is judged against the first, so that it goes into the next statement
        if (group.has(key)) queue.push(one)
        else group.set(key, one)
      }
      await settle(appid, [...group.values()])
    }
    waiting.delete(appid)
  }

  return (answer: Answered): Promise<void> =>
    new Promise((resolve, reject) => {
      const { appid } = answer
      const one = { answer, resolve, reject }
      const queue = waiting.get(appid)
      if (queue) queue.push(one)
      else {
        const started = [one]
        waiting.set(appid, started)
        void drain(appid, started)
      }
    })
}
