import Taro from '@tarojs/taro'

/** Whether the person can point the camera at a code from inside the app. */
export const canScan: boolean = true

/** What a code says, of a mini program code the page that it opens; null when the person thinks better of it. */
export async function scanCode(): Promise<string | null> {
  try {
    const { path, result } = await Taro.scanCode({})
    return path || result || null
  } catch {
    return null
  }
}
