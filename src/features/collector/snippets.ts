import type { InstallHost } from './model'

/** As `sdk/package.json` names it. */
const packageName = 'data-assistant-sdk'

/** The lines to add to an app, ready to paste. */
export function snippet(host: InstallHost, { url, key }: { url: string; key: string }): string {
  const init = `init({ url: '${url}', key: '${key}', consent: 'granted' })`
  if (host === 'native')
    return [`// app.js`, `const { init } = require('${packageName}')`, init, '', 'App({ … })'].join('\n')
  if (host === 'taro') return [`// app.ts`, `import { init } from '${packageName}'`, init].join('\n')
  if (host === 'game') {
    return [`// game.js`, `const { init, view } = require('${packageName}')`, init, `view('menu')`].join('\n')
  }
  return [`import { init } from '${packageName}'`, init].join('\n')
}
