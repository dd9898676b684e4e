import Taro from '@tarojs/taro'

export const TREND_ANCHOR = 'overview-trend-anchor'

/** Brings the trend into sight; where it is beside the cards nothing moves. */
export function scrollToTrend(): void {
  void Taro.pageScrollTo({ selector: `#${TREND_ANCHOR}`, offsetTop: -56, duration: 200 }).catch(() => null)
}
