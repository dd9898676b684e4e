import type { ReactNode } from 'react'
import type { Range } from '@/lib/periods'
import { Slot } from '@/platform/elements'
import { PictureCanvas } from '@/platform/picture'
import { Head, useToast } from '@/ui'
import { ExportButton, type Table } from '../export/export-button'
import { Freshness, StandingBanner } from '../freshness/freshness'
import { useLocale, useText } from '../language/text'
import { RangeDock } from '../period/range-dock'
import { useRevisions } from '../revisions/use-revisions'
import { useSignedIn } from '../session/signed-in'
import type { ReportPicture } from '../share/model'
import { useShare } from '../share/use-share'
import { AppScreen } from '../shell/app-screen'
import { NoRight } from '../shell/no-right'
import { hasBothSources, sourceQuery } from '../source/model'
import { SourceOfScreen } from '../source/source-of-screen'
import { useSourceSwitch } from '../source/source-switch'
import { TroubleBanner } from '../status/status-cards'
import { spanLine } from '../trend/span-line'
import type { DockActions } from './dock-actions'
import { NearestDay } from './nearest-day'
import type { Report } from './use-report'

export interface ReportScreenProps {
  report: Report
  /** The days that the numbers on screen belong to. */
  range: Range
  /** What is on screen, for those who share it; null where there is nothing. */
  picture: (() => ReportPicture) | null
  /** What the person may take along as CSV. */
  table: Table
  /** Nothing is known of these days. */
  isEmpty: boolean
  /** Leads from days without numbers to some that have them; a report that shows other days by itself does not. */
  leadsOn?: boolean
  /** Controls; without them the shared range. */
  dock?: (actions: DockActions) => ReactNode
  /** Under the title in place of the range. */
  line?: string
  /** In place of the usual mark for how fresh it is. */
  badge?: ReactNode
  /** Sheets of the page. */
  over?: ReactNode
  children: ReactNode
}

/** The frame of a report: title, freshness, range, what is wrong, what may be taken along, and what shows without the right to it. */
export function ReportScreen(props: ReportScreenProps) {
  const { report, range, picture, isEmpty, leadsOn = true, dock, line, badge, over, children } = props
  const { apps } = useText()
  const locale = useLocale()
  const isSignedIn = useSignedIn()
  const { toast, show } = useToast()
  const { appid, app, page, yesterday, standing, source, explain, onRetry } = report
  const isOwn = source === 'collector'
  const table = hasBothSources(page)
    ? { ...props.table, query: { ...props.table.query, ...sourceQuery(source) } }
    : props.table
  const shown = picture && isOwn ? () => ({ ...picture(), isOwn }) : picture
  const title = apps[page]
  const statement = line ?? spanLine(range, 'day', locale, yesterday)
  const onShare = useShare({
    app,
    title: table.name ?? title,
    line: statement,
    standing,
    range,
    picture: report.isForbidden || report.isGone ? null : shown,
    onDone: show,
  })
  const sources = useSourceSwitch(appid, source, report.hasChoice)
  const { mark, sheet } = useRevisions({ ...table, appid, revised: report.revised, range })
  if (!isSignedIn) return null
  const actions = { onShare, onRefresh: onRetry }
  return (
    <SourceOfScreen.Provider value={source}>
      <AppScreen
        appid={appid}
        app={app}
        page={page}
        isGone={report.isGone}
        head={
          <Head
            title={title}
            badge={
              badge ?? <Freshness standing={{ ...standing, isKnown: !isEmpty }} explain={explain} onRetry={onRetry} />
            }
            line={statement}
            source={sources.tag}
            mark={report.isForbidden || isOwn ? null : mark}
          />
        }
        dock={dock?.(actions) ?? <RangeDock appid={appid} yesterday={yesterday} actions={actions} />}
        over={
          <>
            {report.reason}
            {over}
            {sheet}
            {sources.sheet}
            {toast}
            <PictureCanvas />
          </>
        }
      >
        {report.isForbidden ? (
          <NoRight app={app} section={title} />
        ) : (
          <>
            <Slot>
              <StandingBanner standing={standing} onRetry={onRetry} />
              <TroubleBanner appid={appid} />
            </Slot>
            {children}
            <Slot>
              {isEmpty ? (
                leadsOn && !isOwn && <NearestDay report={report} range={range} />
              ) : (
                <ExportButton app={app} report={table.name ?? title} range={range} table={table} onDone={show} />
              )}
            </Slot>
          </>
        )}
      </AppScreen>
    </SourceOfScreen.Provider>
  )
}
