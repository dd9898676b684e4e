import type { Locale } from '../../contract/identity'
import * as access from './access'
import * as apps from './apps'
import * as binding from './binding'
import * as dictionary from './dictionary'
import * as metrics from './metrics'
import * as numbers from './numbers'
import * as reports from './reports'
import * as session from './session'
import * as states from './states'

const zh = {
  access: access.zh,
  apps: apps.zh,
  binding: binding.zh,
  dictionary: dictionary.zh,
  metrics: metrics.zh,
  numbers: numbers.zh,
  reports: reports.zh,
  session: session.zh,
  states: states.zh,
}

/** Every word that a person reads. A key that one language lacks does not compile. */
export type Text = typeof zh

const catalogue: Record<Locale, Text> = {
  'zh-CN': zh,
  en: {
    access: access.en,
    apps: apps.en,
    binding: binding.en,
    dictionary: dictionary.en,
    metrics: metrics.en,
    numbers: numbers.en,
    reports: reports.en,
    session: session.en,
    states: states.en,
  },
}

export const textOf = (locale: Locale): Text => catalogue[locale]

/** The language for a BCP 47 tag of the device: Chinese for any Chinese, else English. */
export const localeOf = (tag: string): Locale => (/^zh/i.test(tag) ? 'zh-CN' : 'en')
