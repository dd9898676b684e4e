import { openDuckdbEngine } from '../duckdb/engine.ts'
import { answerQuestions } from './answer-questions.ts'
import { giveWay } from './give-way.ts'
import type { Question } from './methods.ts'
import { untilUnlocked } from './until-unlocked.ts'

/**
 * The process of the event engine: what `start-process.ts` starts. It ends with the one that started it, as hard as that
 * may have ended: whatever is not committed lies in the journal.
 */
giveWay()
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// a terminal, or who ends a whole group, tells everybody: the one that started us says when
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

const answer = answerQuestions({
  open: options => untilUnlocked(() => openDuckdbEngine(options)),
  reply: reply => process.send?.(reply),
})
process.on('message', question => void answer(question as Question))
