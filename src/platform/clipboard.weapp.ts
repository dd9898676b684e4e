import Taro from '@tarojs/taro'

/** Puts text on the clipboard; false when WeChat refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
