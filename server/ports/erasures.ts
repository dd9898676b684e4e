/** Unbindings that are not finished: of these apps events may be left. An unbinding itself writes it down. */
export interface Erasures {
  all(): Promise<string[]>
  isOpen(appid: string): Promise<boolean>
  /** Nothing of the app is left. */
  finish(appid: string): Promise<void>
}
