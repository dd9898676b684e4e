import type { IncomingMessage, ServerResponse } from 'node:http'
import { Hono } from 'hono'
import type { Question } from '../domain/permissions.ts'

/** A way into the server beside the router, for what comes far more often than all else. */
export interface Door {
  /** Who may, one for each route behind it: every way in says so. */
  readonly questions: readonly Question[]
  /** Answers, whatever happens; `null` when the request is not for this door. */
  enter(incoming: IncomingMessage, outgoing: ServerResponse): Promise<unknown> | null
}

/** An app that is more quickly reached over a socket through its doors; in process it knows the same paths. */
export class ServedApp extends Hono {
  readonly #doors: Door[] = []

  /** @throws at start when a door names no question */
  open(door: Door): void {
    if (door.questions.length === 0 || !door.questions.every(Boolean)) throw new Error('a door names no question')
    this.#doors.push(door)
  }

  /** `null` when no door takes the request. */
  enter(incoming: IncomingMessage, outgoing: ServerResponse): Promise<unknown> | null {
    for (const door of this.#doors) {
      const answering = door.enter(incoming, outgoing)
      if (answering) return answering
    }
    return null
  }
}
