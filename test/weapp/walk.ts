import type { Control, Phone } from '../support/weapp/index.ts'

export interface WalkOptions {
  /** Where the walk starts and comes back to. */
  url: string
  /** Bytes of setData that one tap may cost as long as it stays on the page. */
  limit: number
  /** Names of what is left alone: it would take away the app that the walk is about, or the right to it. */
  spared?: RegExp
}

/** What a walk over one page touched, and what was wrong with it, one sentence each. */
export interface Walk {
  touched: string[]
  wrong: string[]
}

/** Of things that look the same (rows of a list, days of a month), so many are touched. */
const ALIKE = 12
/** What the person types where there is something to type. */
const WORDS = '样'
const CLOSING = /^(关闭|知道了)$/

/**
 * Touches everything on a page once, and everything in the sheets that open, and expects each to do something: change the screen, ask, keep, show or
 * lead elsewhere. What leads elsewhere is followed by the way back.
 */
export async function walk(phone: Phone, options: WalkOptions): Promise<Walk> {
  const walker = new Walker(phone, options)
  await phone.open(options.url)
  await walker.everything()
  return walker
}

class Walker implements Walk {
  readonly touched: string[] = []
  readonly wrong: string[] = []
  private readonly done = new Set<string>()
  private readonly alike = new Map<string, number>()
  private readonly phone: Phone
  private readonly options: WalkOptions

  constructor(phone: Phone, options: WalkOptions) {
    this.phone = phone
    this.options = options
  }

  async everything() {
    const start = await this.phone.page()
    for (let control = await this.next(); control; control = await this.next()) {
      await this.visit(control)
      if ((await this.phone.page()) !== start) await this.comeBack(start)
    }
  }

  /** What was not touched yet in the sheet that is open, else on the page; the way out of a sheet comes last. */
  private async next(): Promise<Control | undefined> {
    const all = await this.phone.controls()
    const sheet = all.map(({ dialog }) => dialog).findLast(Boolean) ?? ''
    const here = all.filter(({ dialog, className }) => dialog === sheet || isMask(className))
    const due = here.filter(control => this.isDue(control))
    const inside = due.find(control => !closes(control) && control.role !== 'textbox')
    return inside ?? due.find(control => !closes(control)) ?? due[0] ?? here.find(closes)
  }

  private isDue(control: Control): boolean {
    if (control.disabled || this.done.has(keyOf(control)) || this.options.spared?.test(control.name)) return false
    return (this.alike.get(kindOf(control)) ?? 0) < ALIKE
  }

  private async visit(control: Control) {
    const key = keyOf(control)
    this.done.add(key)
    this.alike.set(kindOf(control), (this.alike.get(kindOf(control)) ?? 0) + 1)
    this.touched.push(key)
    if (control.dead) this.wrong.push(`${key} has no handler`)
    else if (!(await this.touch(control)) && !(await this.speaksAfterAnother(control)))
      this.wrong.push(`${key} did nothing`)
  }

  /** What is chosen already may stay silent; once another like it is chosen, it may not. */
  private async speaksAfterAnother(control: Control): Promise<boolean> {
    const other = (await this.phone.controls()).find(
      one => familyOf(one) === familyOf(control) && keyOf(one) !== keyOf(control) && !one.dead,
    )
    if (other === undefined) return false
    await this.touch(other)
    const again = (await this.phone.controls()).find(one => keyOf(one) === keyOf(control))
    return again !== undefined && this.touch(again)
  }

  /** Whether it did anything. */
  private async touch(control: Control): Promise<boolean> {
    const { phone } = this
    const { ref } = control
    const page = await phone.page()
    const before = await phone.stats()
    await (control.role === 'textbox' ? phone.type({ ref }, WORDS) : phone.tap({ ref }))
    const after = await phone.stats()
    const made = after.setData.slice(before.setData.length)
    const bytes = made.reduce((sum, call) => sum + call.bytes, 0)
    if (bytes > this.options.limit && (await phone.page()) === page) {
      this.wrong.push(`${keyOf(control)} sent ${bytes} bytes, ${this.options.limit} at most`)
    }
    return made.length > 0 || countOf(after.calls) > countOf(before.calls)
  }

  private async comeBack(start: string) {
    const stack = await this.phone.stack()
    if (stack.at(-2) === start) await this.phone.back()
    else await this.phone.open(this.options.url)
  }
}

const isMask = (className: string) => /\bda-mask\b/.test(className)
const closes = ({ name, dialog, className }: Control) => (dialog !== '' || isMask(className)) && CLOSING.test(name)
const keyOf = ({ role, name, dialog, group }: Pick<Control, 'role' | 'name' | 'dialog' | 'group'>) =>
  [role, `“${name}”`, group && `of ${group}`, dialog && `in ${dialog}`].filter(Boolean).join(' ')
const kindOf = ({ role, className, dialog, group }: Control) => [role, className, dialog, group].join('|')
/** Classes that tell a state: chosen, off, the ends of a range. */
const STATE = /-(on|off|a|z)$/
/** The same with another state. */
const familyOf = (control: Control) =>
  kindOf({
    ...control,
    className: control.className
      .split(' ')
      .filter(name => name !== '' && !STATE.test(name))
      .slice(0, 2)
      .join(' '),
  })
const countOf = (calls: Record<string, number>) => Object.values(calls).reduce((sum, count) => sum + count, 0)
