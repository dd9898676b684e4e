import { Worker } from 'node:worker_threads'
import { DatabaseFailure, toFailure } from '../engine.ts'

type Waiter = { resolve: (outcome: unknown) => void; reject: (error: Error) => void }

/** Questions to `worker.mjs` and its answers, matched by number. */
export class WorkerClient {
  readonly #worker: Worker
  readonly #waiters = new Map<number, Waiter>()
  #lastId = 0
  #gone: DatabaseFailure | null = null
  #isEnding = false
  #tellLost: (failure: DatabaseFailure) => void = () => {}
  /** Resolves when the worker has ended though nobody asked it to: it never answers again. */
  readonly lost = new Promise<DatabaseFailure>(resolve => {
    this.#tellLost = resolve
  })

  private constructor(workerData: { folder: string | null; image: Uint8Array | null }) {
    this.#worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData, execArgv: [] })
    this.#worker.on('message', message => this.#settle(message))
    this.#worker.on('error', error => this.#giveUp(toFailure(error)))
    this.#worker.on('exit', () => this.#giveUp(new DatabaseFailure('the embedded database has ended', null, null)))
  }

  /** @throws DatabaseFailure when the folder cannot be opened */
  static async start(workerData: { folder: string | null; image: Uint8Array | null }): Promise<WorkerClient> {
    const client = new WorkerClient(workerData)
    try {
      await new Promise((resolve, reject) => client.#waiters.set(0, { resolve, reject }))
      return client
    } catch (error) {
      await client.#worker.terminate()
      throw error
    }
  }

  ask<T>(question: object): Promise<T> {
    if (this.#gone) return Promise.reject(this.#gone)
    const id = ++this.#lastId
    return new Promise<T>((resolve, reject) => {
      this.#waiters.set(id, { resolve: outcome => resolve(outcome as T), reject })
      this.#worker.postMessage({ id, ...question })
    })
  }

  async end(): Promise<void> {
    if (this.#gone) return
    this.#isEnding = true
    await this.ask({ close: true })
    await this.#worker.terminate()
  }

  #settle({ id, outcome, failure }: { id: number; outcome?: unknown; failure?: unknown }): void {
    const waiter = this.#waiters.get(id)
    this.#waiters.delete(id)
    if (failure) waiter?.reject(toFailure(failure))
    else waiter?.resolve(outcome)
  }

  #giveUp(failure: DatabaseFailure): void {
    this.#gone ??= failure
    if (!this.#isEnding) this.#tellLost(this.#gone)
    for (const waiter of this.#waiters.values()) waiter.reject(this.#gone)
    this.#waiters.clear()
  }
}
