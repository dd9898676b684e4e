import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'

/** Pull to refresh; the page's config has to allow it. */
export function usePull(refetch: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void refetch().finally(() => stopPullDownRefresh())
  })
}
