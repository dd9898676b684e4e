import type { SecretRefusal } from '../../src/contract/apps.ts'

/** What a failed call to WeChat means for us (`wechat-api.md` 1.3). */
export type UpstreamFailure =
  | 'failed'
  | 'timed_out'
  | 'not_ready'
  | 'quota'
  | 'throttled'
  | 'unsupported'
  | 'secret_refused'
  /** No key of ours opens the stored AppSecret: WeChat was not asked. */
  | 'secret_unreadable'
  | 'ip_not_allowed'
  | 'account_frozen'
  | 'code_refused'
  | 'wrong_kind'

/** A call to WeChat that gave no data. Its message names method, path and errcode, never a token or a secret. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError'
  constructor(
    readonly failure: UpstreamFailure,
    message: string,
    readonly details: {
      errcode?: number
      /** For the admin: what must be mended. */
      refusal?: SecretRefusal
      /** The address that WeChat saw, out of errmsg. */
      ip?: string
      /** Epoch ms before which asking again cannot help. */
      notBefore?: number
    } = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
