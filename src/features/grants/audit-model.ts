import type { AuditEntry } from '../../contract/audit'
import type { Locale } from '../../contract/identity'
import { dayOf } from '../../contract/periods'
import { clockTime, dataDate, spokenDay } from '../../lib/dates'
import { textOf } from '../../lib/text'
import { auditText } from '../../lib/text/audit'
import { scopeWords } from '../apps/model'

export interface AuditLine {
  id: string
  sentence: string
  /** What belongs to it: sections, end. Empty where there is nothing to add. */
  detail: string
  time: string
}

export interface AuditDay {
  day: string
  title: string
  lines: AuditLine[]
}

const SYSTEM = 'system'
const OPERATOR = 'operator'

function nameOf({ id, nickname }: { id: string; nickname: string | null }, locale: Locale): string {
  const audit = auditText(locale)
  if (id === SYSTEM) return audit.system
  if (id === OPERATOR) return audit.operator
  return nickname ?? audit.erased
}

function reportWords(report: string | undefined, locale: Locale): string {
  const { apps } = textOf(locale)
  const audit = auditText(locale)
  const names: Record<string, unknown> = apps
  const name = report === undefined ? undefined : names[report]
  return typeof name === 'string' ? name : audit.table
}

function detailOf({ detail }: AuditEntry, locale: Locale): string {
  const audit = auditText(locale)
  const { scopes, expiresAt, requireApproval, keepArchive } = detail
  const end = expiresAt === undefined ? null : expiresAt === null ? audit.forever : dayOf(Date.parse(expiresAt))
  return [
    scopes === undefined ? null : scopeWords({ scopes }, locale),
    end === null || end === audit.forever ? end : audit.ended(spokenDay(end, locale)),
    requireApproval ? audit.needsApproval : null,
    keepArchive ? audit.archiveKept : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The records as sentences, by days, in the order in which they came. */
export function auditDays(entries: readonly AuditEntry[], locale: Locale): AuditDay[] {
  const audit = auditText(locale)
  const days: AuditDay[] = []
  for (const entry of entries) {
    const day = dayOf(Date.parse(entry.at))
    const names = {
      actor: nameOf(entry.actor, locale),
      target: entry.target === null ? '' : nameOf(entry.target, locale),
      report: reportWords(entry.detail.report, locale),
    }
    const line: AuditLine = {
      id: entry.id,
      sentence: audit.sentence[entry.action](names),
      detail: detailOf(entry, locale),
      time: clockTime(entry.at),
    }
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, title: dataDate(day, locale), lines: [line] })
  }
  return days
}
