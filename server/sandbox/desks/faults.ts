/** Which calls a fault meets; an absent field means any. */
interface FaultScope {
  appid?: string
  /** Whole path, or its last part. */
  path?: string
  /** `begin_date` of the body. */
  day?: string
  /** How many calls; absent = until cleared. */
  times?: number
}

/**
 * What goes wrong:
 * - `cut` the body ends in the middle, the connection ends well; `reset` the same but the connection breaks;
 * - `html` a page instead of JSON, with 200; `http` an HTTP status; `drop` the connection breaks without an answer;
 * - `hang` no answer ever; `slow` the answer comes after so many ms;
 * - `errcode` that error after all checks; `busy` is −1; `shape` JSON of another shape;
 * - `restate` all numbers of the app (or of `day`) are computed anew, a little different; `times` does not count.
 */
export type SandboxFault = FaultScope &
  (
    | { kind: 'cut' | 'reset' | 'html' | 'drop' | 'hang' | 'busy' | 'restate' }
    | { kind: 'http'; status?: number }
    | { kind: 'slow'; ms: number }
    | { kind: 'errcode'; errcode: number; errmsg?: string }
    | { kind: 'shape'; body?: unknown }
  )

export type FaultKind = SandboxFault['kind']

const kinds = new Set<string>([
  'cut',
  'reset',
  'html',
  'http',
  'drop',
  'hang',
  'slow',
  'errcode',
  'busy',
  'shape',
  'restate',
] satisfies FaultKind[])

/** Whether a JSON value names a known kind of fault. */
export const isFault = (value: unknown): value is SandboxFault =>
  typeof value === 'object' && value !== null && 'kind' in value && kinds.has(String(value.kind))

export interface FaultCall {
  appid: string | null
  path: string
  day: string | null
}

const meets = (fault: SandboxFault, call: FaultCall) =>
  (fault.appid === undefined || fault.appid === call.appid) &&
  (fault.path === undefined || fault.path === call.path || call.path.endsWith(`/${fault.path}`)) &&
  (fault.day === undefined || fault.day === call.day)

/** The faults that are switched on, oldest first. */
export class Faults {
  private board: SandboxFault[] = []

  add(fault: SandboxFault): void {
    this.board.push({ ...fault })
  }

  list(): readonly SandboxFault[] {
    return this.board
  }

  clear(): void {
    this.board = []
  }

  /** The first fault that meets the call; uses one of its times up. */
  take(call: FaultCall): SandboxFault | null {
    const fault = this.board.find(each => each.kind !== 'restate' && meets(each, call))
    if (!fault) return null
    if (fault.times !== undefined) {
      fault.times -= 1
      if (fault.times <= 0) this.board = this.board.filter(each => each !== fault)
    }
    return fault
  }

  /** Days that are restated for an app (`null` = all), one entry a fault. */
  restated(appid: string): (string | null)[] {
    return this.board
      .filter(fault => fault.kind === 'restate' && (fault.appid === undefined || fault.appid === appid))
      .map(fault => fault.day ?? null)
  }
}
