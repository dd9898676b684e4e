import type { EventReports } from '../../../ports/event-reports.ts'
import type { DuckdbOptions } from '../duckdb/database.ts'
import type { EventEngine, StoredName } from '../engine.ts'

type OfEngine = 'receipts' | 'count' | 'rebuild' | 'expire' | 'erase' | 'eraseVisitor' | 'recent' | 'close'

/** What the engine's process can be asked. Arguments and answers are cloned on their way. */
export interface Methods extends Pick<EventEngine, OfEngine>, EventReports {
  open(options: DuckdbOptions): Promise<void>
  /**
   * @param lines batches as the journal holds them, one a line: they are copied and not taken apart on the way
   * @param doubtful places of those that may be there already
   */
  insert(lines: string, doubtful: readonly number[]): Promise<void>
  /** Answered whatever else is under way, also before it is opened. */
  pulse(): Promise<void>
  /** The next part of the names; `isFirst` begins anew. `null`: there are no more. */
  names(receivedSince: number, isFirst: boolean): Promise<readonly StoredName[] | null>
}

export type MethodName = keyof Methods

export interface Question {
  id: number
  method: MethodName
  args: readonly unknown[]
}

/** The outcome of one question, or the words of its error. */
export type Reply = { id: number; outcome: unknown } | { id: number; failure: string }

/** A way to another process. */
export interface Channel {
  send(question: Question): void
  onReply(hear: (reply: Reply) => void): void
  /** The other side is gone, whoever wanted that. */
  onEnd(hear: (how: string) => void): void
  /** Lets the other side end; resolves when it has. */
  end(): Promise<void>
  /** Ends the other side, however it hangs. */
  kill(): void
}
