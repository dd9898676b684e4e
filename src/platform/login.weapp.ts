import Taro from '@tarojs/taro'

/** A fresh code of `wx.login`, good for one `POST /session`; null when WeChat gives none. */
export async function wechatLoginCode(): Promise<string | null> {
  try {
    const { code } = await Taro.login()
    return code || null
  } catch {
    return null
  }
}

/** WeChat says who the person is: nobody has to scan or to choose. */
export const signsInByWechat: boolean = true
