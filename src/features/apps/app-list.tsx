import { useState } from 'react'
import { useStore } from 'zustand'
import { redirectTo } from '@/platform/navigation'
import { useSeen } from '@/platform/seen'
import { Card, Empty, ErrorBanner, Pills, SearchField, SkeletonRows, StaleBanner, useDelayed } from '@/ui'
import { choicesStore, togglePin, usePinned } from '../choices/store'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { openApp } from '../shell/routes'
import { AppGroups } from './app-rows'
import { groupsOf, type KindFilter, pillsOf } from './model'
import { PortfolioEntry } from './portfolio-entry'
import { useApps, useKnownVisitors } from './queries'

/** The opening list: search, kinds, and the apps in their two groups. */
export function AppList() {
  const { apps: words, states } = useText()
  const locale = useLocale()
  const now = useNow()
  const { data, error, isFetching, refetch } = useApps()
  const visitorsOf = useKnownVisitors(now)
  const current = useSeen(useStore(choicesStore, choices => choices.lastAppid))
  const pinned = usePinned()
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<KindFilter>('all')
  const isReading = useDelayed(data === null && isFetching)

  const retry = { text: states.retry, onPress: () => void refetch() }
  if (data === null) {
    if (error !== null) return <ErrorBanner title={states.failedTitle} text={states.offlineEmpty} retry={retry} />
    return isReading ? (
      <Card flush>
        <SkeletonRows count={4} label={states.reading} />
      </Card>
    ) : null
  }
  const pills = pillsOf(data.apps, locale)
  const groups = groupsOf({ apps: data.apps, query, kind, current, pinned, visitorsOf, now, locale })
  const isNothing = data.apps.length === 0
  return (
    <>
      {error === null ? null : <StaleBanner title={states.offlineTitle} text={states.offlineText} action={retry} />}
      {isNothing ? (
        <Card>
          <Empty title={words.nothingTitle} text={words.nothingText} />
        </Card>
      ) : (
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={words.search}
          label={words.search}
          clearLabel={words.clearSearch}
        />
      )}
      {pills.length > 0 ? <Pills label={words.all} options={pills} value={kind} onChange={setKind} /> : null}
      {!isNothing && groups.length === 0 ? (
        <Card>
          <Empty
            title={words.nothingFound(query)}
            text={words.nothingFoundText}
            action={{
              text: words.clearSearch,
              onPress: () => {
                setQuery('')
                setKind('all')
              },
            }}
          />
        </Card>
      ) : null}
      {data.apps.length > 1 && query === '' ? <PortfolioEntry /> : null}
      <AppGroups groups={groups} onOpen={appid => openApp(appid, redirectTo)} onPin={togglePin} />
    </>
  )
}
