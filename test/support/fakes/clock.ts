import type { Clock } from '../../../server/ports/clock.ts'

/** An instant of Asia/Shanghai, epoch ms: `at('2026-07-15 11:00')`. */
export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`)

/** A clock that stands until it is set. */
export class FakeClock implements Clock {
  constructor(private instant: number) {}
  now(): number {
    return this.instant
  }
  set(text: string): void {
    this.instant = at(text)
  }
  advance(ms: number): void {
    this.instant += ms
  }
}
