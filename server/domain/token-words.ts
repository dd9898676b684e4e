import type { TokenState } from '../../src/contract/apps.ts'
import type { Locale } from '../../src/contract/identity.ts'

/** Goes with the state `refused` where WeChat refused nothing: no master key of ours opens the AppSecret. */
export const UNREADABLE = 'unreadable'

/** What the admin must mend, by how WeChat takes our token. */
const words: Record<Locale, Record<Exclude<TokenState, 'ok'> | 'unreadable', string>> = {
  'zh-CN': {
    refused: '微信拒绝了 AppSecret，请在应用设置里换成现在的 AppSecret',
    ip: '请把服务器地址加入微信公众平台的 IP 白名单',
    unreadable: '服务器的主密钥打不开保存的 AppSecret：请运维恢复 MASTER_KEY，或由管理员重新填写 AppSecret',
    frozen: '帐号或 AppSecret 被冻结，请到微信公众平台处理',
  },
  en: {
    refused: 'WeChat refuses the AppSecret: replace it with the present one in the app settings',
    ip: "Add the server's address to the IP whitelist on mp.weixin.qq.com",
    unreadable:
      "The server's master key does not open the stored AppSecret: the operator puts MASTER_KEY back, or an admin enters the AppSecret again",
    frozen: 'The account or its AppSecret is frozen: see mp.weixin.qq.com',
  },
}

/** @param detail what goes with the state, as the address to whitelist */
export function tokenMessage(state: TokenState, detail: string | null, locale: Locale): string | null {
  if (state === 'ok') return null
  if (detail === UNREADABLE) return words[locale].unreadable
  return detail ? `${words[locale][state]} (${detail})` : words[locale][state]
}
