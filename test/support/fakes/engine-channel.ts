import { answerQuestions } from '../../../server/adapters/events/apart/answer-questions.ts'
import type { Channel, Reply } from '../../../server/adapters/events/apart/methods.ts'
import type { EventEngine } from '../../../server/adapters/events/engine.ts'

/** Engines behind channels that copy what passes, as those of another process do. */
export function engineChannels(open: () => Promise<EventEngine>) {
  const started: { kill(): void; isEnded: boolean; isStopped: boolean }[] = []
  function start(): Channel {
    const replies: ((reply: Reply) => void)[] = []
    const ends: ((how: string) => void)[] = []
    const process = {
      isEnded: false,
      /** It hears nothing and says nothing. */
      isStopped: false,
      kill() {
        process.isEnded = true
        for (const hear of ends) hear('SIGKILL')
      },
    }
    const answer = answerQuestions({
      open,
      reply: reply => {
        const copy = structuredClone(reply)
        if (!process.isEnded) for (const hear of replies) hear(copy)
      },
    })
    started.push(process)
    return {
      send: question => void (process.isEnded || process.isStopped || answer(structuredClone(question))),
      onReply: hear => void replies.push(hear),
      onEnd: hear => void ends.push(hear),
      async end() {
        if (!process.isEnded) process.kill()
      },
      kill: () => process.kill(),
    }
  }
  return { start, started }
}
