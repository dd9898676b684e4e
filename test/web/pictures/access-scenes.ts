import { ADMIN, app, at, type Scene, STRANGER, tap } from './scene.ts'

const GRANTS = `/access/grants/index?appid=${app.big.appid}`
const AUDIT = `/access/audit/index?appid=${app.big.appid}`
const COLLECTOR = `/access/collector/index?appid=${app.big.appid}`
const PROFILE = '/access/profile/index'
const SETTINGS = `/access/settings/index?appid=${app.big.appid}`
const LIST = '/pages/apps/index?choose=1'
const NOTICES = '/access/notices/index'
const FIND = tap('.da-dock .da-btn')
const SEARCH = tap('.da-sheet .da-btn-primary')

/** Letting people in; `card` is the code of an invitation that nobody took yet. */
export function accessScenes(card: string): Scene[] {
  const invitation = `/pages/invitation/index?code=${card}`
  const admin = { person: ADMIN, line: 'open' } as const
  return [
    { page: 'grants', state: 'loading', person: ADMIN, path: GRANTS, line: 'hanging' },
    { ...admin, page: 'grants', state: 'value', path: GRANTS },
    { ...admin, page: 'grants', state: 'empty', path: `/access/grants/index?appid=${app.silent.appid}` },
    { page: 'grants', state: 'stale', person: ADMIN, path: GRANTS, line: 'down', isKnown: true },
    { page: 'grants', state: 'failed', person: ADMIN, path: GRANTS, line: 'down' },
    { ...admin, page: 'grants-viewer', state: 'value', path: GRANTS, act: [tap('.da-swipe .da-cell')], isSheet: true },
    {
      ...admin,
      page: 'grants-found',
      state: 'value',
      path: GRANTS,
      act: [FIND, { type: at('.da-sheet .da-input'), text: 'zhou_ran' }, SEARCH],
      isSheet: true,
    },
    {
      ...admin,
      page: 'grants-nobody',
      state: 'value',
      path: GRANTS,
      act: [FIND, { type: at('.da-sheet .da-input'), text: 'nobody_here' }, SEARCH],
      isSheet: true,
    },
    {
      ...admin,
      page: 'grants-link',
      state: 'value',
      path: GRANTS,
      act: [tap('.da-card .da-btn-block')],
      isSheet: true,
      only: 'h5',
    },
    { page: 'settings', state: 'loading', person: ADMIN, path: SETTINGS, line: 'hanging' },
    { ...admin, page: 'settings', state: 'value', path: SETTINGS },
    { page: 'settings', state: 'stale', person: ADMIN, path: SETTINGS, line: 'down', isKnown: true },
    { page: 'settings', state: 'failed', person: ADMIN, path: SETTINGS, line: 'down' },
    { ...admin, page: 'settings-unbind', state: 'value', path: SETTINGS, act: [tap('.da-btn-danger')], isSheet: true },
    { ...admin, page: 'list-code', state: 'value', path: LIST, act: [tap('.da-dock .da-btn')], isSheet: true },
    { page: 'audit', state: 'loading', person: ADMIN, path: AUDIT, line: 'hanging' },
    { ...admin, page: 'audit', state: 'value', path: AUDIT },
    { page: 'audit', state: 'failed', person: ADMIN, path: AUDIT, line: 'down' },
    { page: 'collector', state: 'loading', person: ADMIN, path: COLLECTOR, line: 'hanging' },
    { ...admin, page: 'collector', state: 'value', path: COLLECTOR },
    { ...admin, page: 'collector', state: 'empty', path: `/access/collector/index?appid=${app.silent.appid}` },
    { page: 'collector', state: 'failed', person: ADMIN, path: COLLECTOR, line: 'down' },
    {
      ...admin,
      page: 'collector-rotate',
      state: 'value',
      path: COLLECTOR,
      act: [tap('.da-form-actions .da-btn:first-child:not(:last-child)')],
      isSheet: true,
    },
    { page: 'profile', state: 'loading', person: ADMIN, path: PROFILE, line: 'hanging' },
    { ...admin, page: 'profile', state: 'value', path: PROFILE },
    { page: 'profile', state: 'stale', person: ADMIN, path: PROFILE, line: 'down', isKnown: true },
    { page: 'profile', state: 'failed', person: ADMIN, path: PROFILE, line: 'down' },
    {
      ...admin,
      page: 'profile-erase',
      state: 'value',
      path: PROFILE,
      act: [tap('.da-card:last-child .da-cell:last-child'), tap('.da-sheet .da-btn-danger')],
      isSheet: true,
    },
    {
      page: 'privacy',
      state: 'value',
      person: ADMIN,
      path: PROFILE,
      line: 'open',
      act: [tap('.da-face .da-btn')],
      isSheet: true,
      only: 'weapp',
      privacy: 'agrees',
    },
    { page: 'notices', state: 'loading', person: ADMIN, path: NOTICES, line: 'hanging' },
    { ...admin, page: 'notices', state: 'value', path: NOTICES },
    { page: 'notices', state: 'empty', person: STRANGER, path: NOTICES, line: 'open' },
    { page: 'notices', state: 'stale', person: ADMIN, path: NOTICES, line: 'down', isKnown: true },
    { page: 'notices', state: 'failed', person: ADMIN, path: NOTICES, line: 'down' },
    { page: 'invitation', state: 'loading', person: STRANGER, path: invitation, line: 'hanging' },
    { page: 'invitation', state: 'value', person: STRANGER, path: invitation, line: 'open' },
    { page: 'invitation', state: 'failed', person: STRANGER, path: `${invitation.slice(0, -2)}xx`, line: 'open' },
    { ...admin, page: 'invitation-own', state: 'value', path: invitation },
  ]
}
