/** Requests of one turn of the event loop: about thirty milliseconds of work on a slow core. */
const REQUESTS = 500

/**
 * How much of one turn of the event loop may go into one kind of request. Those for whom nothing is left are to be refused,
 * which is cheap: so a flood of them never keeps all others waiting, however many connections it comes on.
 */
export class TurnBudget {
  #left = REQUESTS
  #isCounting = false

  take(): boolean {
    if (!this.#isCounting) {
      this.#isCounting = true
      setImmediate(() => {
        this.#left = REQUESTS
        this.#isCounting = false
      })
    }
    return this.#left-- > 0
  }
}
