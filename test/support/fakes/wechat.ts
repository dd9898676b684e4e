import { createHmac } from 'node:crypto'
import { UpstreamError } from '../../../server/domain/upstream.ts'
import type { StoredToken, TokenStore } from '../../../server/ports/tokens.ts'
import type { Vault } from '../../../server/ports/vault.ts'
import type { Login, ProvenSecret, SecretProof } from '../../../server/ports/wechat.ts'
import type { SecretRefusal } from '../../../src/contract/apps.ts'

/** Knows `code-of-<name>`; every other code is refused as WeChat does. */
export class FakeLogin implements Login {
  failure: UpstreamError | null = null
  async exchange(code: string) {
    if (this.failure) throw this.failure
    const name = /^code-of-(\w+)$/.exec(code)?.[1]
    if (!name) throw new UpstreamError('code_refused', 'GET /sns/jscode2session: 40029', { errcode: 40029 })
    return { openid: openidOf(name), unionid: null }
  }
}

/** As long and as shaped as a real one. */
export const openidOf = (name: string): string => `oZ9${name}`.padEnd(28, 'x')

/** Takes `right-secret` unless told to refuse. */
export class FakeProof implements SecretProof {
  failure: UpstreamError | null = null
  proofs = 0
  refuse(refusal: SecretRefusal, ip?: string) {
    this.failure = new UpstreamError('secret_refused', 'POST /cgi-bin/stable_token: refused', { refusal, ip })
  }
  async prove({ secret }: { secret: string }): Promise<ProvenSecret> {
    this.proofs += 1
    if (this.failure) throw this.failure
    if (secret !== 'right-secret') {
      throw new UpstreamError('secret_refused', 'POST /cgi-bin/stable_token: 40125', { refusal: 'secret_wrong' })
    }
    return { token: 'proven-token', tokenExpiresAt: 7_200_000, answers: [] }
  }
}

export class FakeTokens implements TokenStore {
  readonly rows = new Map<string, StoredToken>()
  async read(appid: string) {
    return this.rows.get(appid) ?? null
  }
  async write(appid: string, token: StoredToken) {
    this.rows.set(appid, token)
  }
  async drop(appid: string) {
    this.rows.delete(appid)
  }
  async claim() {
    return true
  }
  async release() {}
}

/** Seals nothing; hashes and link keys are as good as real ones. */
export const fakeVault: Vault = {
  seal: plain => plain,
  open: sealed => sealed,
  hash: (plain, purpose) => createHmac('sha256', purpose).update(plain).digest('base64url'),
  linkKeys: () => [Buffer.alloc(32, 1), Buffer.alloc(32, 2)],
}
