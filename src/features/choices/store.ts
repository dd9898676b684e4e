import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { MetricId } from '../../contract/metrics'
import type { Granularity } from '../../contract/periods'
import type { Span } from '../../lib/periods'
import { getItem, removeItem, setItem } from '../../platform/storage'

/** What a person chose to look at on one report. */
export interface ReportChoice {
  metric: MetricId
  span: Span
  granularity: Granularity
  compare: boolean
}

export type ReportName = 'overview' | 'trend'
type AppChoices = Record<ReportName, ReportChoice>

export interface Choices {
  /** The app looked at last; the next opening begins with it. */
  lastAppid: string | null
  byApp: Record<string, AppChoices>
}

const KEY = 'choices'
const MOST_APPS = 60

const first: ReportChoice = { metric: 'visit_uv', span: { preset: 'last30' }, granularity: 'day', compare: false }
const usual: AppChoices = { overview: { ...first, compare: true }, trend: first }
const none: Choices = { lastAppid: null, byApp: {} }

export const choicesStore = createStore<Choices>(() => getItem<Choices>(KEY) ?? none)

function keep(choices: Choices) {
  setItem(KEY, choices)
  choicesStore.setState(choices)
}

/** Remembers the app as the one to begin with. */
export function rememberApp(appid: string): void {
  const choices = choicesStore.getState()
  if (choices.lastAppid !== appid) keep({ ...choices, lastAppid: appid })
}

/** Remembers a choice for one report of one app; the apps chosen for most recently are kept. */
export function choose(appid: string, report: ReportName, change: Partial<ReportChoice>): void {
  const { lastAppid, byApp } = choicesStore.getState()
  const before = byApp[appid] ?? usual
  const { [appid]: _, ...others } = byApp
  const recent = Object.entries(others).slice(0, MOST_APPS - 1)
  const after = { ...before, [report]: { ...before[report], ...change } }
  keep({ lastAppid, byApp: { [appid]: after, ...Object.fromEntries(recent) } })
}

/** Leaves nothing of a person behind. */
export function forgetChoices(): void {
  removeItem(KEY)
  choicesStore.setState(none)
}

/** An app that is gone is not opened again by itself. */
export function forgetApp(appid: string): void {
  const { lastAppid, byApp } = choicesStore.getState()
  const { [appid]: _, ...others } = byApp
  keep({ lastAppid: lastAppid === appid ? null : lastAppid, byApp: others })
}

export const useReportChoice = (appid: string, report: ReportName): ReportChoice =>
  useStore(choicesStore, choices => (choices.byApp[appid] ?? usual)[report])
