// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { APPS_VIEW, forgetAppHere, keepOnlyApps, PORTFOLIO_VIEW } from '../../../src/api/forget-apps.ts'
import { lastViews } from '../../../src/api/index.ts'
import { queryClient } from '../../../src/api/query-client.ts'
import { sessionStore } from '../../../src/api/session.ts'

const owner = 'ann'
const both = { apps: [{ appid: 'wx1' }, { appid: 'wx2' }] }
const one = { apps: [{ appid: 'wx2' }] }
const kept = (view: string) => lastViews.read<typeof both>(owner, view)?.data
const remembered = (view: string) => queryClient.getQueryData([owner, view])

describe('what a device keeps of several apps at once', () => {
  beforeEach(() => {
    const user = { id: owner, nickname: 'Ann', avatarUrl: null, handle: null, locale: 'en' as const }
    sessionStore.setState({ signedIn: { token: 't', user } })
    for (const view of [APPS_VIEW, PORTFOLIO_VIEW]) {
      lastViews.keep(owner, view, { data: both, at: 1 })
      queryClient.setQueryData([owner, view], both)
    }
  })

  it('loses an app that the person was led out of, in the list and in the portfolio', () => {
    forgetAppHere('wx1')
    for (const view of [APPS_VIEW, PORTFOLIO_VIEW]) {
      expect(kept(view)).toEqual(one)
      expect(remembered(view)).toEqual(one)
    }
  })

  it('loses the numbers of every app that the list does not name any more', () => {
    keepOnlyApps(owner, ['wx2'])
    expect([kept(PORTFOLIO_VIEW), remembered(PORTFOLIO_VIEW)]).toEqual([one, one])
  })

  it('stays as it is while nothing has gone', () => {
    keepOnlyApps(owner, ['wx1', 'wx2'])
    expect([kept(PORTFOLIO_VIEW), remembered(PORTFOLIO_VIEW)]).toEqual([both, both])
  })
})
