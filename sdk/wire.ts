/** What `POST /collect/v1` takes, written down by hand: the SDK imports nothing from the rest of the tree. A contract test compares. */

export type EventType = 'launch' | 'show' | 'hide' | 'view' | 'leave' | 'share' | 'purchase' | 'custom'

/** At most 20 entries; keys of 64, texts of 256 characters. */
export type Props = Record<string, string | number | boolean>

export interface WireEvent {
  type: EventType
  /** Epoch ms by the clock of the device. */
  at: number
  /** Rises with every event of a visitor, over restarts too. */
  seq: number
  /** Changes after 30 minutes without an event. */
  session: string
  /** Page or scene, without leading slash and query. Of view, leave, share, purchase and custom. */
  path?: string
  /** WeChat's scene value, of launch and show. */
  scene?: number
  /** Of a view the page before; of a launch where it came from (an AppID, or an address without its query). */
  referrer?: string
  /** Of leave: how long the page was seen, ms. The clock stops when the app is hidden. */
  stayMs?: number
  name?: string
  props?: Props
  /** 分, of a purchase. */
  amountFen?: number
}

export interface Context {
  platform?: 'ios' | 'android' | 'windows' | 'mac' | 'devtools' | 'ohos'
  model?: string
  system?: string
  appVersion?: string
  network?: string
  env?: 'release' | 'trial' | 'develop'
}

export interface Identity {
  openid?: string
  unionid?: string
}

export interface WireBatch {
  key: string
  /** The same on every try. */
  batch: string
  /** Epoch ms by the clock of the device, anew on every try: the server corrects the times by it. */
  sentAt: number
  sdk: string
  visitor: { id: string } & Identity
  context: Context
  events: WireEvent[]
}
