type Listener = () => void

class Signal {
  aborted = false
  reason: unknown = undefined
  onabort: Listener | null = null
  private readonly listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener) {
    this.listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener) {
    this.listeners.delete(listener)
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason
  }

  /** Internal: the controller's way in. */
  fire(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason ?? new Error('aborted')
    this.onabort?.()
    for (const listener of this.listeners) listener()
  }
}

/** Stand-in for the mini program thread, which has none; without it react-query stays pending for ever and says nothing. */
class Controller {
  readonly signal = new Signal()

  abort(reason?: unknown) {
    this.signal.fire(reason)
  }
}

export { Controller as AbortController }
