/** Texts as recorded from the platform, without the trailing request id. */
const texts: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001:
    'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40097: 'invalid args',
  40125: 'invalid appsecret, view more at http://t.cn/RAEkdVq',
  40163: 'code been used',
  40169: 'invalid length for scene, or the data is not json string',
  40243: 'AppSecret is frozen',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  48001: 'api unauthorized',
  48006: 'forbid to clear quota because of reaching the limit',
  50002: 'user limited',
  50007: 'account is frozen',
  61500: 'date format error',
  61501: 'date range error',
  61502: 'this is game miniprogram, data api is not supported',
  61503: 'data not ready, please try later',
  61504: 'system busy, please try later',
  76001: 'rid not found',
  76021: 'cgi_path not found, please check',
}

/** A business error; the platform answers it with HTTP 200. */
export class Refusal extends Error {
  readonly errcode: number

  constructor(errcode: number, text: string = texts[errcode] ?? 'unknown error') {
    super(text)
    this.errcode = errcode
  }
}

/** The envelope; `/sns` sets a comma before the request id, the other families do not. */
export function envelope(refusal: Refusal, path: string, rid: string): { errcode: number; errmsg: string } {
  const comma = path.startsWith('/sns/') ? ',' : ''
  return { errcode: refusal.errcode, errmsg: `${refusal.message}${comma} rid: ${rid}` }
}
