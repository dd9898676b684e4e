export type ColorMode = 'light' | 'dark'

/** Distances in px. */
export interface ScreenFrame {
  /** Status bar and notch. */
  top: number
  /** Home indicator. */
  bottom: number
  /** Width at the right that WeChat's capsule takes, its margin included; 0 on the web. */
  capsule: number
}
