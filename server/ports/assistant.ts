/** A message template of the assistant, as WeChat keeps it. */
export interface MessageTemplate {
  id: string
  title: string
  /** The fields in their order: what WeChat calls them and what stands before them. */
  fields: { key: string; label: string }[]
}

/** What became of a message: `no_consent` when WeChat holds no right to send one, `failed` when nothing can be said. */
export type Delivery = 'sent' | 'no_consent' | 'failed'

/** What WeChat thinks of a text; `unknown` when it could not be asked. */
export type TextVerdict = 'pass' | 'risky' | 'unknown'

/** What we ask of WeChat as the assistant's own mini program. Nothing here throws for what WeChat does: all of it is extra. */
export interface Assistant {
  /** `null` when they could not be had. */
  templates(): Promise<MessageTemplate[] | null>
  send(message: {
    openid: string
    templateId: string
    page: string
    data: Record<string, { value: string }>
    lang: 'zh_CN' | 'en_US'
  }): Promise<Delivery>
  /** A mini program code that opens `page` with `scene`; `null` when WeChat makes none. */
  codeImage(code: { scene: string; page: string }): Promise<{ type: 'image/jpeg' | 'image/png'; bytes: Buffer } | null>
  /** @param openid of the writer, who must have been in the mini program lately */
  checkText(openid: string, text: string): Promise<TextVerdict>
  /** Asks for a check of a public picture; its outcome comes later under this trace. `null` when it could not be asked. */
  checkPicture(openid: string, url: string): Promise<string | null>
}

/** Rights to send messages, one for each `accept`, by person and template. */
export interface Consents {
  of(personId: string): Promise<ReadonlyMap<string, number>>
  add(personId: string, templateIds: string[]): Promise<void>
  /** Takes one away for a message that goes out. @returns false where there is none */
  take(personId: string, templateId: string): Promise<boolean>
  /** WeChat knows of no right: ours were void. */
  clear(personId: string, templateId: string): Promise<void>
}
