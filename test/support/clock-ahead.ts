/** Script that sets `Date` ahead where it runs, page or process; timers run on as they are. Text, since a compiled function leans on its module. */
export const dateAhead = (ms: number) => `{
  const { now } = Date
  const ahead = () => now() + ${ms}
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [ahead()] : given, asked),
    apply: target => String(new target(ahead())),
    get: (target, key) => (key === 'now' ? ahead : Reflect.get(target, key)),
  })
}`

/** Environment of a Node process whose clock is this far ahead of the machine's. */
export const clockAhead = (ms: number): Record<string, string> => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(dateAhead(ms))}`,
})
