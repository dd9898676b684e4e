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
      if (!host.gestures.wasTapped) throw new WxFailure('can only be invoked by user TAP gesture.')
      host.shown.push({ name: 'requestSubscribeMessage', options: { tmplIds } })
      return Object.fromEntries(tmplIds.map(id => [id, 'accept']))
    }),
    getPrivacySetting: asyncApi(host, 'getPrivacySetting', () => ({
      needAuthorization: host.settings.privacy !== 'agreed',
      privacyContractName: '《小程序用户隐私保护指引》',
    })),
    requirePrivacyAuthorize: asyncApi(host, 'requirePrivacyAuthorize', () => {
      host.shown.push({ name: 'requirePrivacyAuthorize', options: {} })
      if (host.settings.privacy === 'refuses') throw new WxFailure('privacy permission is not authorized', 104)
      host.settings.privacy = 'agreed'
      return {}
    }),
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
