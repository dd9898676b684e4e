import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { getItem, removeItem, setItem } from '../../platform/storage'
import { type AppChoices, type ReportName, usualChoices } from './report-choices'

export interface Choices {
  /** The app looked at last; the next opening begins with it. */
  lastAppid: string | null
  /** Of the reports that something was chosen for. */
  byApp: Record<string, Partial<AppChoices>>
}

const KEY = 'choices'
const MOST_APPS = 60

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
export function choose<R extends ReportName>(appid: string, report: R, change: Partial<AppChoices[R]>): void {
  const { lastAppid, byApp } = choicesStore.getState()
  const { [appid]: before, ...others } = byApp
  const recent = Object.entries(others).slice(0, MOST_APPS - 1)
  const after = { ...before, [report]: { ...usualChoices[report], ...before?.[report], ...change } }
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

export const useReportChoice = <R extends ReportName>(appid: string, report: R): AppChoices[R] =>
  useStore(choicesStore, choices => choices.byApp[appid]?.[report] ?? usualChoices[report])
