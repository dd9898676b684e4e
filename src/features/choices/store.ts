import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { getItem, removeItem, setItem } from '../../platform/storage'
import { type AppChoices, type ReportName, usualChoices } from './report-choices'

export interface Choices {
  /** The app looked at last; the next opening begins with it. */
  lastAppid: string | null
  /** Of the reports that something was chosen for. */
  byApp: Record<string, Partial<AppChoices>>
  /** AppIDs that stand on top of the list, the newest first. */
  pinned: string[]
}

const KEY = 'choices'
const MOST_APPS = 60

const none: Choices = { lastAppid: null, byApp: {}, pinned: [] }

export const choicesStore = createStore<Choices>(() => ({ ...none, ...getItem<Partial<Choices>>(KEY) }))

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
  const { byApp, ...rest } = choicesStore.getState()
  const { [appid]: before, ...others } = byApp
  const recent = Object.entries(others).slice(0, MOST_APPS - 1)
  const after = { ...before, [report]: { ...usualChoices[report], ...before?.[report], ...change } }
  keep({ ...rest, byApp: { [appid]: after, ...Object.fromEntries(recent) } })
}

/** What was chosen for one app holds for another from now on; who counts is each app's own. */
export function carryChoices(from: string, to: string): void {
  const choices = choicesStore.getState()
  const { [from]: carried, [to]: before, ...others } = choices.byApp
  if (carried === undefined || from === to) return
  const { source: _, ...shared } = carried
  const target = before?.source ? { ...shared, source: before.source } : shared
  const recent = Object.entries(others).slice(0, MOST_APPS - 2)
  keep({ ...choices, byApp: { [to]: target, [from]: carried, ...Object.fromEntries(recent) } })
}

/** Puts an app on top of the list, or back. */
export function togglePin(appid: string): void {
  const choices = choicesStore.getState()
  const { pinned } = choices
  keep({ ...choices, pinned: pinned.includes(appid) ? pinned.filter(one => one !== appid) : [appid, ...pinned] })
}

export const usePinned = (): readonly string[] => useStore(choicesStore, ({ pinned }) => pinned)

/** Leaves nothing of a person behind. */
export function forgetChoices(): void {
  removeItem(KEY)
  choicesStore.setState(none)
}

/** An app that is gone is not opened again by itself. */
export function forgetApp(appid: string): void {
  const { lastAppid, byApp, pinned } = choicesStore.getState()
  const { [appid]: _, ...others } = byApp
  keep({
    lastAppid: lastAppid === appid ? null : lastAppid,
    byApp: others,
    pinned: pinned.filter(one => one !== appid),
  })
}

export const useReportChoice = <R extends ReportName>(appid: string, report: R): AppChoices[R] =>
  useStore(choicesStore, choices => choices.byApp[appid]?.[report] ?? usualChoices[report])
