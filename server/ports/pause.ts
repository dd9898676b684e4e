/** A wait that can be given up. */
export interface Pause {
  done: Promise<void>
  cancel(): void
}

/** Where waiting comes from, so that tests need not wait. */
export type Pauses = (ms: number) => Pause

/** Real time. A pause that nobody else waits for does not keep the process alive. */
export const realPauses: Pauses = ms => {
  let end = () => {}
  const done = new Promise<void>(resolve => {
    end = resolve
  })
  const timer = setTimeout(end, ms)
  timer.unref()
  return {
    done,
    cancel: () => {
      clearTimeout(timer)
      end()
    },
  }
}
