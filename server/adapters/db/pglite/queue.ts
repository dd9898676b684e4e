/** One at a time, in the order of asking. */
export class Queue {
  #last: Promise<void> = Promise.resolve()

  /** Resolves when it is the caller's turn, to the function that ends it (calling it twice does no harm). */
  async turn(): Promise<() => void> {
    const before = this.#last
    let done = (): void => {}
    this.#last = new Promise(resolve => {
      done = resolve
    })
    await before
    return done
  }
}
