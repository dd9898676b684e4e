import { asyncApi } from '../call.ts'
import type { HostContext } from '../context.ts'
import { USER_FOLDER } from '../files.ts'

const SDK_VERSION = '3.8.0'
const STATUS_BAR = 47
const HOME_INDICATOR = 34
/** Events of the system and the app that a mini program can listen to. */
const EVENTS = [
  ...['AppShow', 'AppHide', 'ThemeChange', 'WindowResize', 'NetworkStatusChange', 'NetworkWeakChange', 'Error'],
  ...['UnhandledRejection', 'PageNotFound', 'MemoryWarning', 'KeyboardHeightChange', 'AudioInterruptionBegin'],
]

/** The phone, the window and the app, as WeChat describes them. */
export function system(host: HostContext): Record<string, unknown> {
  const windowInfo = () => {
    const { width, height, pixelRatio } = host.settings
    const safeArea = { left: 0, right: width, top: STATUS_BAR, bottom: height - HOME_INDICATOR, width }
    return {
      pixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: height,
      statusBarHeight: STATUS_BAR,
      safeArea: { ...safeArea, height: safeArea.bottom - safeArea.top },
      screenTop: 0,
    }
  }
  const appInfo = () => ({
    SDKVersion: SDK_VERSION,
    enableDebug: false,
    host: { appId: '' },
    language: host.settings.language,
    version: '8.0.60',
    theme: host.settings.theme,
    fontSizeSetting: host.settings.fontSize,
    fontSizeScaleFactor: host.settings.fontSize / 16,
  })
  const device = {
    brand: 'iPhone',
    model: 'iPhone 14',
    system: 'iOS 17.0',
    platform: 'ios',
    abi: '',
    benchmarkLevel: -1,
  }
  const all = () => ({ ...windowInfo(), ...appInfo(), ...device })
  const entered = () => {
    const first = host.pages.stack[0]
    return {
      path: first?.route ?? host.pack.app.pages[0],
      query: first?.query ?? {},
      scene: host.settings.scene,
      referrerInfo: {},
    }
  }
  const capsule = { width: 87, height: 32, top: STATUS_BAR + 4, bottom: STATUS_BAR + 36 }
  return {
    env: { USER_DATA_PATH: USER_FOLDER },
    getSystemInfoSync: all,
    getSystemInfo: asyncApi(host, 'getSystemInfo', all),
    getSystemInfoAsync: asyncApi(host, 'getSystemInfoAsync', all),
    getWindowInfo: windowInfo,
    getAppBaseInfo: appInfo,
    getDeviceInfo: () => device,
    getSystemSetting: () => ({
      bluetoothEnabled: false,
      locationEnabled: false,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: entered,
    getEnterOptionsSync: entered,
    getMenuButtonBoundingClientRect: () => ({
      ...capsule,
      left: host.settings.width - capsule.width - 7,
      right: host.settings.width - 7,
    }),
    nextTick: (callback: () => void) => void window.setTimeout(() => host.faults.guard('wx.nextTick', callback), 0),
    ...host.emitter.functions(EVENTS),
  }
}
