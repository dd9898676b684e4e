import { asyncApi, WxFailure } from '../call.ts'
import type { HostContext } from '../context.ts'

/** Signing in, sharing, messages, privacy. */
export function person(host: HostContext): Record<string, unknown> {
  const note = (name: string, answer: object = {}) =>
    asyncApi(host, name, (options: object) => {
      const { success, fail, complete, ...rest } = options as Record<string, unknown>
      host.shown.push({ name, options: rest })
      return answer
    })
  return {
    login: asyncApi(host, 'login', async () => {
      const code = host.network.online ? await host.bridge.login() : null
      if (code === null) throw new WxFailure('net::ERR_INTERNET_DISCONNECTED')
      return { code }
    }),
    scanCode: asyncApi(host, 'scanCode', async () => {
      const path = host.settings.scans
      if (path === undefined) throw new WxFailure('cancel')
      return { result: '', path, scanType: 'WX_CODE', charSet: 'utf-8', rawData: '' }
    }),
    checkSession: note('checkSession'),
    showShareMenu: note('showShareMenu'),
    hideShareMenu: note('hideShareMenu'),
    updateShareMenu: note('updateShareMenu'),
    requestSubscribeMessage: asyncApi(host, 'requestSubscribeMessage', ({ tmplIds }: { tmplIds: string[] }) => {
      host.shown.push({ name: 'requestSubscribeMessage', options: { tmplIds } })
      return Object.fromEntries(tmplIds.map(id => [id, 'accept']))
    }),
    getPrivacySetting: note('getPrivacySetting', { needAuthorization: false }),
    requirePrivacyAuthorize: note('requirePrivacyAuthorize'),
    openPrivacyContract: note('openPrivacyContract'),
    ...host.emitter.functions(['NeedPrivacyAuthorization']),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
  }
}
