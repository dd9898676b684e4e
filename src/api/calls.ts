import type {
  AddAdmin,
  Admin,
  AdminList,
  ContactList,
  CreateGrant,
  FindUsersQuery,
  FoundUsers,
  Grant,
  GrantList,
  UpdateGrant,
} from '../contract/access'
import type { App, AppList, BindApp, Status, UpdateApp } from '../contract/apps'
import type { AuditPage, PageQuery } from '../contract/audit'
import type { Collector, WriteKeys } from '../contract/collector'
import type { EndpointName } from '../contract/endpoints'
import type {
  CreateDemoSession,
  CreateSession,
  Handoff,
  HandoffPoll,
  HandoffRequest,
  Me,
  RedeemOperatorLink,
  Session,
  SignInMethods,
  UpdateMe,
} from '../contract/identity'
import type { StoredAvatar } from '../contract/images'
import type {
  AcceptedInvitation,
  AccessRequestList,
  CreateInvitation,
  Invitation,
  InvitationView,
} from '../contract/invitations'
import type { AcceptMessages, MarkNotices, NoticePage, SubscriptionList } from '../contract/notices'
import type { WritePageRemark } from '../contract/page-remarks'
import type { Portfolio, PortfolioQuery } from '../contract/portfolio'
import type { EngagementAnswer, EngagementQuery } from '../contract/report-engagement'
import type { PagesAnswer, PagesQuery } from '../contract/report-pages'
import type { PerformanceAnswer, PerformanceQuery } from '../contract/report-performance'
import type { PortraitAnswer, PortraitQuery } from '../contract/report-portrait'
import type { RealtimeAnswer, RealtimeQuery } from '../contract/report-realtime'
import type { ReconcileAnswer, ReconcileQuery } from '../contract/report-reconcile'
import type { RetentionAnswer, RetentionQuery } from '../contract/report-retention'
import type { SourcesAnswer, SourcesQuery } from '../contract/report-sources'
import type { OverviewAnswer, OverviewQuery, TrendAnswer, TrendQuery } from '../contract/reports'

interface Call {
  params?: Record<string, string>
  query?: object
  body?: unknown
  answer: unknown
}

/** What goes into each call and what comes out; types of the contract only. */
export interface Calls extends Record<EndpointName, Call> {
  createSession: { body: CreateSession; answer: Session }
  deleteSession: { answer: null }
  readSignInMethods: { answer: SignInMethods }
  createDemoSession: { body: CreateDemoSession; answer: Session }
  redeemOperatorLink: { body: RedeemOperatorLink; answer: Session }
  createHandoff: { answer: Handoff }
  readHandoffRequest: { params: { code: string }; answer: HandoffRequest }
  approveHandoff: { params: { code: string }; answer: HandoffPoll }
  pollHandoff: { params: { id: string }; answer: HandoffPoll }
  readMe: { answer: Me }
  updateMe: { body: UpdateMe; answer: Me }
  deleteMe: { answer: null }
  uploadAvatar: { body: ArrayBuffer; answer: StoredAvatar }
  readAvatar: { params: { id: string }; answer: unknown }
  listNotices: { query: PageQuery; answer: NoticePage }
  markNotices: { body: MarkNotices; answer: null }
  listSubscriptions: { answer: SubscriptionList }
  acceptMessages: { body: AcceptMessages; answer: SubscriptionList }
  leaveApp: { params: { appid: string }; answer: null }
  listApps: { answer: AppList }
  uploadAppAvatar: { params: { appid: string }; body: ArrayBuffer; answer: StoredAvatar }
  readPortfolio: { query: PortfolioQuery; answer: Portfolio }
  listGrants: { params: { appid: string }; answer: GrantList }
  createGrant: { params: { appid: string }; body: CreateGrant; answer: Grant }
  updateGrant: { params: { appid: string; userId: string }; body: UpdateGrant; answer: Grant }
  revokeGrant: { params: { appid: string; userId: string }; answer: null }
  findUsers: { query: FindUsersQuery; answer: FoundUsers }
  createInvitation: { params: { appid: string }; body: CreateInvitation; answer: Invitation }
  readInvitation: { params: { code: string }; answer: InvitationView }
  acceptInvitation: { params: { code: string }; answer: AcceptedInvitation }
  readInvitationImage: { params: { appid: string; code: string }; answer: unknown }
  listRequests: { params: { appid: string }; answer: AccessRequestList }
  approveRequest: { params: { appid: string; id: string }; answer: Grant }
  rejectRequest: { params: { appid: string; id: string }; answer: null }
  listAdmins: { params: { appid: string }; answer: AdminList }
  addAdmin: { params: { appid: string }; body: AddAdmin; answer: Admin }
  removeAdmin: { params: { appid: string; userId: string }; answer: null }
  listContacts: { params: { appid: string }; answer: ContactList }
  readAudit: { params: { appid: string }; query: PageQuery; answer: AuditPage }
  bindApp: { body: BindApp; answer: App }
  updateApp: { params: { appid: string }; body: UpdateApp; answer: App }
  unbindApp: { params: { appid: string }; query: { keepArchive?: 'true' | 'false' }; answer: null }
  readCollector: { params: { appid: string }; answer: Collector }
  rotateWriteKey: { params: { appid: string }; answer: WriteKeys }
  readStatus: { params: { appid: string }; answer: Status }
  readOverview: { params: { appid: string }; query: OverviewQuery; answer: OverviewAnswer }
  readReconcile: { params: { appid: string }; query: ReconcileQuery; answer: ReconcileAnswer }
  readTrend: { params: { appid: string }; query: TrendQuery; answer: TrendAnswer }
  readSources: { params: { appid: string }; query: SourcesQuery; answer: SourcesAnswer }
  readEngagement: { params: { appid: string }; query: EngagementQuery; answer: EngagementAnswer }
  writePageRemark: { params: { appid: string }; body: WritePageRemark; answer: unknown }
  readPages: { params: { appid: string }; query: PagesQuery; answer: PagesAnswer }
  readRetention: { params: { appid: string }; query: RetentionQuery; answer: RetentionAnswer }
  readPortrait: { params: { appid: string }; query: PortraitQuery; answer: PortraitAnswer }
  readRealtime: { params: { appid: string }; query: RealtimeQuery; answer: RealtimeAnswer }
  readPerformance: { params: { appid: string }; query: PerformanceQuery; answer: PerformanceAnswer }
}

export type CallInput<N extends EndpointName> = Omit<Calls[N], 'answer'>
export type CallAnswer<N extends EndpointName> = Calls[N]['answer']
