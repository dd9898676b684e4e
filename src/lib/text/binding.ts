import type { SecretRefusal } from '../../contract/apps'

type Refusals = Record<SecretRefusal, string>

const zhRefusals: Refusals = {
  appid_unknown: '微信不认识这个 AppID。请在微信公众平台「开发管理」里核对。',
  secret_wrong: 'AppSecret 不对。重置过密钥的话，只有最新的一个有效。',
  ip_not_allowed: '微信拒绝了这台服务器。请在微信公众平台「开发管理」的「IP白名单」里加上这个地址，再提交一次：',
  account_frozen: '这个账号或它的密钥被微信冻结了。请先到微信公众平台解冻。',
  kind_mismatch: '这个 AppID 不是所选的类型，请换一个类型。',
}

const enRefusals: Refusals = {
  appid_unknown: 'WeChat does not know this AppID. Compare it with the one on mp.weixin.qq.com.',
  secret_wrong: 'The AppSecret is wrong. After a reset only the newest one works.',
  ip_not_allowed:
    'WeChat refuses this server. Add this address to the IP whitelist on mp.weixin.qq.com, then try again:',
  account_frozen: 'WeChat has frozen this account or its secret. Unfreeze it on mp.weixin.qq.com first.',
  kind_mismatch: 'This AppID is of another kind. Choose the other one.',
}

/** Binding an app. */
export const zh = {
  title: '绑定小程序',
  intro:
    'AppID 和 AppSecret 在微信公众平台「开发管理」的「开发设置」里。密钥只用来向微信取数，加密存放，之后谁也看不到。',
  appid: 'AppID',
  appidHint: 'wx 开头，18 位',
  secret: 'AppSecret',
  secretHint: '32 位密钥',
  show: '显示',
  hide: '隐藏',
  name: '名称',
  nameHint: '列表里怎么称呼它',
  kind: '类型',
  submit: '绑定',
  submitting: '正在向微信核对',
  required: '这里还没填。',
  format: '格式不对，请检查有没有多出空格或漏了字符。',
  refusals: zhRefusals,
  already: '这个小程序已经绑定了。请现有的管理员给你授权。',
  failed: '没能向微信核对，请稍后再试。',
  copy: '复制',
  copied: '已复制',
}

export const en: typeof zh = {
  title: 'Bind a mini program',
  intro:
    'AppID and AppSecret are on mp.weixin.qq.com under development settings. The secret is kept encrypted, used to fetch numbers only, and never shown again.',
  appid: 'AppID',
  appidHint: 'begins with wx, 18 characters',
  secret: 'AppSecret',
  secretHint: '32 characters',
  show: 'Show',
  hide: 'Hide',
  name: 'Name',
  nameHint: 'how the list calls it',
  kind: 'Kind',
  submit: 'Bind',
  submitting: 'Asking WeChat',
  required: 'This is still empty.',
  format: 'This does not look right; check for spaces or missing characters.',
  refusals: enRefusals,
  already: 'This app is bound already. Ask one of its admins to let you in.',
  failed: 'WeChat could not be asked; please try again later.',
  copy: 'Copy',
  copied: 'Copied',
}
