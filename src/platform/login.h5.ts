/** The web has no WeChat login: it signs in by hand-off, by the operator's link or, in the demo, by choice. */
export async function wechatLoginCode(): Promise<string | null> {
  return null
}

/** On the web WeChat does not say who somebody is. */
export const signsInByWechat: boolean = false
