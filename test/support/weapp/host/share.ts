import type { HostContext } from './context.ts'

interface ShareContent {
  title?: string
  path?: string
  imageUrl?: string
  promise?: Promise<ShareContent>
}

/** WeChat waits this long for a promised share. ms */
const PATIENCE = 3000

/** Asks the page in front what to share, as the menu and a share button do. A page that does not offer it answers null. */
export async function shareFrom(host: HostContext, { from, target }: { from: string; target?: Element }) {
  const page = host.pages.front
  if (typeof page?.caller.onShareAppMessage !== 'function') return null
  const content = (host.pages.call('onShareAppMessage', { from, target, webViewUrl: undefined }) ?? {}) as ShareContent
  const patience = new Promise<ShareContent>(resolve => window.setTimeout(() => resolve({}), PATIENCE))
  const promised = content.promise ? await Promise.race([content.promise, patience]) : {}
  const { promise: _promise, ...own } = content
  const shared = {
    title: host.pack.app.window?.navigationBarTitleText ?? '',
    path: `/${page.route}`,
    ...own,
    ...promised,
  }
  host.shown.push({ name: 'share', options: shared })
  return shared
}
