import type { EventBatch } from '../../../ports/events.ts'
import { batchCodec } from '../batch-codec.ts'
import type { DuckdbOptions } from '../duckdb/database.ts'
import type { EventEngine, StoredName } from '../engine.ts'
import type { Methods, Question, Reply } from './methods.ts'

export interface AnsweringDeps {
  open(options: DuckdbOptions): Promise<EventEngine>
  reply(reply: Reply): void
}

/** The engine's side: answers questions as they come, several at a time. */
export function answerQuestions({ open, reply }: AnsweringDeps): (question: Question) => Promise<void> {
  let methods: Methods | null = null

  async function outcomeOf({ method, args }: Question): Promise<unknown> {
    if (method === 'open') {
      methods = methodsOf(await open(args[0] as DuckdbOptions))
      return undefined
    }
    if (method === 'pulse') return undefined
    if (!methods) throw new Error('the event engine was not opened')
    const answer = methods[method] as (...args: readonly unknown[]) => Promise<unknown>
    return answer(...args)
  }

  return async question => {
    const { id } = question
    try {
      reply({ id, outcome: await outcomeOf(question) })
    } catch (error) {
      reply({ id, failure: error instanceof Error ? error.message : String(error) })
    }
  }
}

function methodsOf(engine: EventEngine): Methods {
  let names: AsyncIterator<readonly StoredName[]> | null = null
  return {
    ...engine.reports,
    open: () => Promise.reject(new Error('the event engine is open already')),
    pulse: async () => undefined,
    async insert(lines, doubtful) {
      const batches = lines.split('\n').map(batchCodec.decode)
      const inDoubt = new Set<EventBatch | undefined>(doubtful.map(place => batches[place]))
      await engine.insert(batches, batch => !inDoubt.has(batch))
    },
    async names(receivedSince, isFirst) {
      if (isFirst || !names) names = engine.names(receivedSince)[Symbol.asyncIterator]()
      const next = await names.next()
      return next.done ? null : next.value
    },
    receipts: asked => engine.receipts(asked),
    count: (now, lengths) => engine.count(now, lengths),
    rebuild: now => engine.rebuild(now),
    expire: before => engine.expire(before),
    erase: appid => engine.erase(appid),
    eraseVisitor: (appid, visitor) => engine.eraseVisitor(appid, visitor),
    recent: (appid, limit) => engine.recent(appid, limit),
    close: () => engine.close(),
  }
}
