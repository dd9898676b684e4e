/** Rights as plainly as they can be told: what the server must agree with, whatever is played. Times are epoch ms. */
export interface Terms {
  scopes: string[]
  end: number | null
}
interface Card extends Terms {
  by: string
  until: number
  wantsWord: boolean
  isVoid: boolean
}

const runs = ({ end }: { end: number | null }, now: number) => end === null || end > now

/** One app: who administers it, who may read what, who waits. Every deed answers whether it was possible. */
export class ModelApp {
  bound = true
  readonly viewers = new Map<string, Terms>()
  readonly waiting = new Map<string, Terms>()
  readonly cards: Card[] = []
  constructor(readonly admins: Set<string>) {}

  sees(who: string, now: number): boolean {
    const terms = this.viewers.get(who)
    return this.bound && (this.administers(who) || (terms !== undefined && runs(terms, now)))
  }
  administers(who: string): boolean {
    return this.bound && this.admins.has(who)
  }
  reads(who: string, scope: string, now: number): boolean {
    return this.administers(who) || (this.sees(who, now) && (this.viewers.get(who)?.scopes.includes(scope) ?? false))
  }
  admit(who: string, terms: Terms, now: number): boolean {
    if (!this.bound || this.sees(who, now)) return false
    this.waiting.delete(who)
    this.viewers.set(who, terms)
    return true
  }
  change(who: string, terms: Terms, now: number): boolean {
    if (!this.sees(who, now) || this.admins.has(who)) return false
    this.viewers.set(who, terms)
    return true
  }
  drop(who: string, now: number): boolean {
    return this.sees(who, now) && !this.admins.has(who) && this.viewers.delete(who)
  }
  take(card: Card, who: string, now: number): boolean {
    if (!this.bound || card.isVoid || card.until <= now || !runs(card, now) || this.sees(who, now)) return false
    if (card.wantsWord && this.waiting.has(who)) return false
    card.isVoid = true
    if (card.wantsWord) this.waiting.set(who, card)
    else this.admit(who, card, now)
    return true
  }
  answer(who: string, yes: boolean, now: number): boolean {
    const asked = this.waiting.get(who)
    if (!this.bound || !asked) return false
    if (!yes) return this.waiting.delete(who)
    return runs(asked, now) && this.admit(who, asked, now)
  }
  raise(who: string): boolean {
    if (!this.bound || this.admins.has(who)) return false
    this.viewers.delete(who)
    this.waiting.delete(who)
    this.admins.add(who)
    return true
  }
  lower(who: string): boolean {
    if (!this.administers(who) || this.admins.size === 1) return false
    for (const card of this.cards) if (card.by === who) card.isVoid = true
    return this.admins.delete(who)
  }
  unbind(): void {
    this.bound = false
    this.admins.clear()
    this.viewers.clear()
    this.waiting.clear()
    for (const card of this.cards) card.isVoid = true
  }
}
