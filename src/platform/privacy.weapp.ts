import Taro from '@tarojs/taro'

/** Whether WeChat gives names and pictures only to who agreed to its privacy guide. */
export const guardsPrivacy: boolean = true

/** Whether the person has still to agree before WeChat gives a name or a picture; base libraries before 2.32.3 do not ask. */
export function needsConsent(): Promise<boolean> {
  if (!Taro.canIUse('getPrivacySetting')) return Promise.resolve(false)
  return new Promise(resolve =>
    Taro.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization),
      // WeChat asks by itself then
      fail: () => resolve(false),
    }),
  )
}

/** Asks for the agreement; false when it is refused. */
export function askConsent(): Promise<boolean> {
  return new Promise(resolve =>
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) }),
  )
}

/** Shows the privacy guide of this mini program. */
export function openPrivacyGuide(): void {
  Taro.openPrivacyContract({ fail: () => undefined })
}
