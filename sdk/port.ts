import type { Context } from './wire.ts'

/** Where an app was opened from, as WeChat tells it; a browser knows an address instead. */
export interface Opening {
  scene?: number
  referrerInfo?: { appId?: string }
  referrer?: string
}

/** What a host tells of the life of an app. */
export interface Life {
  launch(opening?: Opening): void
  show(opening?: Opening): void
  /** @param isLast true: the page is going away, and only what needs no answer can still be sent */
  hide(isLast?: unknown): void
  view(path: string): void
  /** Nothing when it is another page that is seen. */
  leave(path: string): void
  share(): void
}

/** @param status HTTP status, 0 when nothing answered; `retryAfter` as the header says it */
export type Answered = (status: number, retryAfter?: string | null) => void

/** All that differs between a mini program, a mini game and a browser. */
export interface Host {
  /** Pages tell of themselves when they are shown again: a return to the app is no view by itself. */
  pages?: boolean
  /** Several live at once on the same storage (tabs): it is read again before it is written. */
  shared?: boolean
  /** Begins to listen. */
  start(life: Life): void
  context(): Context
  read(key: string): string | null | undefined
  write(key: string, value: string): void
  post(url: string, body: string, answered: Answered): void
  /** Sends without an answer, when the page goes away. */
  beacon?(url: string, body: string): void
  /** `wx.reportEvent`, where there is one. */
  reportEvent?(name: string, data: object): void
  /** Epoch ms. */
  now(): number
  /** 0 ≤ n < 1 */
  random(): number
  /** @param delay ms */
  later(run: () => void, delay: number): void
}
