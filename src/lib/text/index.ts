import type { Locale } from '../../contract/identity'
import { metricNames } from '../../contract/metric-names'
import * as access from './access'
import * as apps from './apps'
import * as binding from './binding'
import * as collector from './collector'
import * as dictionary from './dictionary'
import * as engagement from './engagement'
import * as files from './export'
import * as grants from './grants'
import * as invitation from './invitation'
import * as leaving from './leaving'
import * as notices from './notices'
import * as numbers from './numbers'
import * as pages from './pages'
import * as portfolio from './portfolio'
import * as portrait from './portrait'
import * as profile from './profile'
import * as realtime from './realtime'
import * as reports from './reports'
import * as retention from './retention'
import * as revisions from './revisions'
import * as session from './session'
import * as settings from './settings'
import * as share from './share'
import * as source from './source'
import * as sources from './sources'
import * as states from './states'

const zh = {
  access: access.zh,
  apps: apps.zh,
  binding: binding.zh,
  collector: collector.zh,
  dictionary: dictionary.zh,
  engagement: engagement.zh,
  export: files.zh,
  grants: grants.zh,
  invitation: invitation.zh,
  leaving: leaving.zh,
  metrics: metricNames['zh-CN'],
  notices: notices.zh,
  numbers: numbers.zh,
  pages: pages.zh,
  portfolio: portfolio.zh,
  portrait: portrait.zh,
  profile: profile.zh,
  realtime: realtime.zh,
  reports: reports.zh,
  retention: retention.zh,
  revisions: revisions.zh,
  session: session.zh,
  settings: settings.zh,
  share: share.zh,
  source: source.zh,
  sources: sources.zh,
  states: states.zh,
}

/** Every word that a person reads, but for those that one page alone says. A key that one language lacks does not compile. */
export type Text = typeof zh

const catalogue: Record<Locale, Text> = {
  'zh-CN': zh,
  en: {
    access: access.en,
    apps: apps.en,
    binding: binding.en,
    collector: collector.en,
    dictionary: dictionary.en,
    engagement: engagement.en,
    export: files.en,
    grants: grants.en,
    invitation: invitation.en,
    leaving: leaving.en,
    metrics: metricNames.en,
    notices: notices.en,
    numbers: numbers.en,
    pages: pages.en,
    portfolio: portfolio.en,
    portrait: portrait.en,
    profile: profile.en,
    realtime: realtime.en,
    reports: reports.en,
    retention: retention.en,
    revisions: revisions.en,
    session: session.en,
    settings: settings.en,
    share: share.en,
    source: source.en,
    sources: sources.en,
    states: states.en,
  },
}

export const textOf = (locale: Locale): Text => catalogue[locale]

/** The language for a BCP 47 tag of the device: Chinese for any Chinese, else English. */
export const localeOf = (tag: string): Locale => (/^zh/i.test(tag) ? 'zh-CN' : 'en')
