import { describe, expect, it } from 'vitest'
import { routesOf } from '../../server/app.ts'
import { route } from '../../server/http/route.ts'
import { endpoints } from '../../src/contract/endpoints.ts'

/** Who may call what. A new route is written here too, on purpose: by somebody who has thought about it. */
const QUESTIONS: Record<keyof typeof endpoints, string> = {
  createSession: 'anyone',
  deleteSession: 'signed-in',
  readSignInMethods: 'anyone',
  createDemoSession: 'anyone',
  redeemOperatorLink: 'anyone',
  createHandoff: 'anyone',
  readHandoffRequest: 'signed-in',
  approveHandoff: 'signed-in',
  pollHandoff: 'anyone',
  readMe: 'signed-in',
  updateMe: 'signed-in',
  listApps: 'signed-in',
  bindApp: 'signed-in',
  updateApp: 'app.administer',
  unbindApp: 'app.administer',
  readStatus: 'app.see',
  readCollector: 'app.administer',
  rotateWriteKey: 'app.administer',
  importEvents: 'app.administer',
  eraseVisitor: 'app.administer',
  readOverview: 'read.overview',
  readTrend: 'read.visit',
  readSources: 'read.visit',
  readEngagement: 'read.visit',
  readPages: 'read.pages',
  readRetention: 'read.retention',
  readPortrait: 'read.portrait',
  readPerformance: 'read.visit',
  readRealtime: 'read.realtime',
  readReconcile: 'read.visit',
  writePageRemark: 'app.administer',
  deleteMe: 'signed-in',
  uploadAvatar: 'signed-in',
  readAvatar: 'anyone',
  listNotices: 'signed-in',
  markNotices: 'signed-in',
  listSubscriptions: 'signed-in',
  acceptMessages: 'signed-in',
  leaveApp: 'app.see',
  uploadAppAvatar: 'app.administer',
  readPortfolio: 'signed-in',
  listGrants: 'app.administer',
  createGrant: 'app.administer',
  updateGrant: 'app.administer',
  revokeGrant: 'app.administer',
  findUsers: 'any.administer',
  createInvitation: 'app.administer',
  readInvitation: 'signed-in',
  acceptInvitation: 'signed-in',
  readInvitationImage: 'app.administer',
  listRequests: 'app.administer',
  approveRequest: 'app.administer',
  rejectRequest: 'app.administer',
  listAdmins: 'app.administer',
  addAdmin: 'app.administer',
  removeAdmin: 'app.administer',
  listContacts: 'app.see',
  readAudit: 'app.administer',
}

describe('the routes', () => {
  it('ask each the question that it is listed with', () => {
    expect(Object.fromEntries(routesOf(true).map(({ endpoint, question }) => [endpoint, question]))).toEqual(QUESTIONS)
  })

  it('serve every endpoint of the contract once, under its own method and path', () => {
    const served = routesOf(true).map(({ endpoint, method, path }) => [endpoint, { method, path }])
    expect(Object.fromEntries(served)).toEqual(endpoints)
    expect(served).toHaveLength(Object.keys(endpoints).length)
  })

  it('know no demo outside of the demo', () => {
    const paths = routesOf(false).map(({ path }) => path)
    expect(paths.filter(path => path.includes('demo'))).toEqual([])
    expect(paths).toHaveLength(routesOf(true).length - 1)
  })

  it('refuse to be declared without a question', () => {
    const declaration = { endpoint: 'readMe', question: undefined, run: async () => null } as unknown
    expect(() => route(declaration as Parameters<typeof route>[0])).toThrow('no question')
  })
})
