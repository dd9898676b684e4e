import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import type { Bridge, PhoneSettings, Remote } from '../protocol.ts'
import { PhoneBackend } from './backend.ts'
import type { AppInstance, HostContext } from './context.ts'
import { BASE_CSS } from './elements/base-css.ts'
import { Emitter } from './emitter.ts'
import { Faults } from './faults.ts'
import { bytesIn, Files } from './files.ts'
import { Gestures } from './gestures.ts'
import { watchHandlers } from './handlers.ts'
import { Modules } from './modules.ts'
import { Network } from './network.ts'
import type { LoadedPackage } from './package.ts'
import { Pages } from './pages.ts'
import { createRemote } from './remote.ts'
import { SetDataLog } from './set-data.ts'
import { shareFrom } from './share.ts'
import { type Caller, Space } from './space.ts'
import { Storage } from './storage.ts'
import { stubBrowser } from './stubs.ts'
import { Timers } from './timers.ts'
import { createWx } from './wx/index.ts'

/** Starts a phone with one mini program on it; nothing of the program has run yet. */
export function boot(pack: LoadedPackage, settings: PhoneSettings, bridge: Bridge): Remote {
  const faults: Faults = new Faults(() => host.pages?.front?.route ?? '')
  const host = { pack, settings, bridge, faults, shown: [], running: { count: 0 } } as unknown as HostContext
  const calls: Record<string, number> = {}
  let app: AppInstance = {}
  let hasLaunched = false

  host.timers = new Timers(faults, () => host.pages.current)
  host.setData = new SetDataLog(faults, settings.setDataLimit)
  host.emitter = new Emitter((what, run) => void faults.guard(what, run))
  host.network = new Network()
  host.storage = new Storage(settings.storage)
  host.files = new Files()
  host.gestures = new Gestures()
  host.app = () => app

  hear(faults)
  stubBrowser(settings)
  watchHandlers(faults)
  host.gestures.listen(document)
  window.addEventListener('scroll', () => host.pages.call('onPageScroll', { scrollTop: window.scrollY }))
  const backend = new PhoneBackend({ ...host, ...environment(host) }, settings.layout)
  const space = new Space(pack, backend, caller => countSetData(host, caller))
  host.pages = new Pages({ pack, space, backend, faults, load: route => modules.loadPage(route) })
  const modules = new Modules({
    pack,
    space,
    faults,
    timers: host.timers,
    wx: createWx(host, calls),
    onApp: given => {
      app = given
    },
    getApp: () => app,
    getCurrentPages: () => host.pages.stack.map(({ caller }) => caller),
  })

  const launch = (url: string) => {
    const { route, query } = host.pages.address(url)
    const options = { path: route, query, scene: settings.scene, referrerInfo: {}, shareTicket: '' }
    if (!hasLaunched) faults.guard('app.js', () => modules.require('app'))
    if (!hasLaunched) faults.guard('onLaunch', () => app.onLaunch?.(options))
    faults.guard('onShow of the app', () => app.onShow?.(options))
    if (!hasLaunched) host.emitter.emit('AppShow', options)
    hasLaunched = true
    if (host.pages.isDeclared(route)) return host.pages.restart(url)
    const isHandled = Boolean(app.onPageNotFound) || host.emitter.has('PageNotFound')
    if (!isHandled) faults.add('page', `${url} was opened, and there is no such page`)
    faults.guard('onPageNotFound', () => app.onPageNotFound?.({ ...options, isEntryPage: true }))
    host.emitter.emit('PageNotFound', { ...options, isEntryPage: true })
  }
  return createRemote(host, { launch, calls })
}

const LOADABLE = /^(data:|https?:|blob:)/

function environment(host: HostContext) {
  const declared = [host.pack.app, ...Object.values(host.pack.configs)].map(config =>
    Object.keys(config.usingComponents ?? {}),
  )
  return {
    layout: host.settings.layout,
    components: new Set(['page', ...declared.flat()]),
    share: (button: Element) => void shareFrom(host, { from: 'button', target: button }),
    choosePicture: () => {
      const { picture, privacy } = host.settings
      if (privacy !== 'agreed')
        host.faults.add('api', 'a picture is asked for before the person agreed to the privacy guide')
      return host.files.keepTemporary(bytesIn(picture))
    },
    // as a request to a path does, so that a build without a server address of its own has pictures
    addressOf: (src: string) => (LOADABLE.test(src) ? src : /^\/api\//.test(src) ? host.settings.server + src : null),
  }
}

function hear(faults: Faults) {
  addGlobalErrorListener((error, method) => {
    faults.thrown(method ?? 'component', error)
    return false
  })
  addGlobalWarningListener((message, component) => {
    faults.add('component', `${typeof component === 'string' ? component : component.is}: ${message}`)
    return false
  })
  window.addEventListener('error', event => faults.thrown('page', event.error ?? event.message))
  window.addEventListener('unhandledrejection', event => faults.thrown('promise', event.reason))
  const style = document.createElement('style')
  style.textContent = BASE_CSS
  document.head.append(style)
}

function countSetData(host: HostContext, caller: Caller) {
  const setData = caller.setData
  caller.setData = (data, callback) => {
    const page = host.pages.of(caller)
    // what a closed page still says goes nowhere
    if (page) {
      const owner = caller._$.is === page.route ? 'page' : caller._$.is
      host.setData.record(data, {
        page: page.route,
        visit: page.visit,
        owner,
        hidden: !host.pages.isSeen(page),
        answered: host.network.answered,
      })
    }
    return setData.call(caller, data, callback)
  }
}
