/** What WeChat's clients put before every request of an app's: its AppID and version. */
const OF_AN_APP = /^https:\/\/servicewechat\.com\/([^/?#]+)/i

/** Whether a request comes from another app than the one that it speaks for. A web page names none. */
export function isOfAnotherApp(referer: string | undefined, appid: string): boolean {
  const named = referer === undefined ? undefined : OF_AN_APP.exec(referer)?.[1]
  return named !== undefined && named !== appid
}
