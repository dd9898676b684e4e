import { asyncApi } from '../call.ts'
import type { HostContext } from '../context.ts'

/** Shown by WeChat itself: the host notes them and says yes. */
const SHOWN: Record<string, object> = {
  showToast: {},
  hideToast: {},
  showLoading: {},
  hideLoading: {},
  showModal: { confirm: true, cancel: false },
  showActionSheet: { tapIndex: 0 },
  setNavigationBarTitle: {},
  setNavigationBarColor: {},
  showNavigationBarLoading: {},
  hideNavigationBarLoading: {},
  setBackgroundColor: {},
  setBackgroundTextStyle: {},
  hideKeyboard: {},
  vibrateShort: {},
  vibrateLong: {},
  hideHomeButton: {},
  stopPullDownRefresh: {},
  startPullDownRefresh: {},
  setClipboardData: {},
  previewImage: {},
  saveImageToPhotosAlbum: {},
  showShareImageMenu: {},
}

/** Toasts, dialogs, title bar, clipboard, scrolling. */
export function dialogs(host: HostContext): Record<string, unknown> {
  const clipboard = () => {
    const last = host.shown.filter(({ name }) => name === 'setClipboardData').at(-1)?.options as
      | { data?: string }
      | undefined
    return { data: last?.data ?? '' }
  }
  const noted = Object.entries(SHOWN).map(([name, answer]) => [
    name,
    asyncApi(host, name, (options: object) => {
      const { success, fail, complete, ...rest } = options as Record<string, unknown>
      host.shown.push({ name, options: rest })
      return answer
    }),
  ])
  return {
    ...Object.fromEntries(noted),
    getClipboardData: asyncApi(host, 'getClipboardData', clipboard),
    pageScrollTo: asyncApi(host, 'pageScrollTo', ({ scrollTop = 0 }: { scrollTop?: number }) => {
      window.scrollTo(0, scrollTop)
      return {}
    }),
  }
}
