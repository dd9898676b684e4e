import type { IncomingMessage, ServerResponse } from 'node:http'
import { Hono } from 'hono'
import type { Question } from '../domain/permissions.ts'

/** A way into the server beside the router, for what comes far more often than all else. */
export interface Door {
  /** Who may: every way in says so. */
  readonly question: Question
  takes(incoming: IncomingMessage): boolean
  /** Answers, whatever happens. */
  serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>
}

/** An app that is more quickly reached over a socket through its doors; in process it knows the same paths. */
export class ServedApp extends Hono {
  readonly #doors: Door[] = []

  /** @throws at start when a door names no question */
  open(door: Door): void {
    if (!door.question) throw new Error('a door names no question')
    this.#doors.push(door)
  }

  doorOf(incoming: IncomingMessage): Door | undefined {
    return this.#doors.find(door => door.takes(incoming))
  }
}
