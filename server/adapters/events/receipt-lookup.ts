import type { BatchReceipt } from '../../ports/events.ts'
import type { BatchName, EventEngine } from './engine.ts'

interface Asking {
  name: BatchName
  resolve(receipt: BatchReceipt | null): void
  reject(error: unknown): void
}

/** Looks receipts up in the engine, many askers in one query: whoever comes while one runs goes with the next. */
export class ReceiptLookup {
  readonly #engine: Pick<EventEngine, 'receipts'>
  #asking: Asking[] = []
  #isRunning = false

  constructor(engine: Pick<EventEngine, 'receipts'>) {
    this.#engine = engine
  }

  find(name: BatchName): Promise<BatchReceipt | null> {
    return new Promise((resolve, reject) => {
      this.#asking.push({ name, resolve, reject })
      if (!this.#isRunning) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    while (this.#asking.length > 0) {
      const askers = this.#asking.splice(0)
      try {
        const receipts = await this.#engine.receipts(askers.map(({ name }) => name))
        askers.forEach(({ resolve }, index) => {
          resolve(receipts[index] ?? null)
        })
      } catch (error) {
        for (const { reject } of askers) reject(error)
      }
    }
    this.#isRunning = false
  }
}
