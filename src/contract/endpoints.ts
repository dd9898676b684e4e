/**
 * Every call of the HTTP contract as plain data: both sides read it, nobody restates it.
 * Paths are relative to {@link API_BASE}; `:name` marks a path parameter.
 */
export const API_BASE = '/api/v1'

export const endpoints = {
  createSession: { method: 'POST', path: '/session' },
  deleteSession: { method: 'DELETE', path: '/session' },
  readSignInMethods: { method: 'GET', path: '/session/methods' },
  createDemoSession: { method: 'POST', path: '/demo/session' },
  redeemOperatorLink: { method: 'POST', path: '/session/links' },
  createHandoff: { method: 'POST', path: '/session/handoffs' },
  readHandoffRequest: { method: 'GET', path: '/session/handoffs/:code/request' },
  approveHandoff: { method: 'POST', path: '/session/handoffs/:code/approve' },
  pollHandoff: { method: 'GET', path: '/session/handoffs/:id' },
  readMe: { method: 'GET', path: '/me' },
  updateMe: { method: 'PATCH', path: '/me' },
  listApps: { method: 'GET', path: '/apps' },
  bindApp: { method: 'POST', path: '/apps' },
  updateApp: { method: 'PATCH', path: '/apps/:appid' },
  unbindApp: { method: 'DELETE', path: '/apps/:appid' },
  readStatus: { method: 'GET', path: '/apps/:appid/status' },
  readOverview: { method: 'GET', path: '/apps/:appid/reports/overview' },
  readTrend: { method: 'GET', path: '/apps/:appid/reports/trend' },
  readSources: { method: 'GET', path: '/apps/:appid/reports/sources' },
  readEngagement: { method: 'GET', path: '/apps/:appid/reports/engagement' },
  readPages: { method: 'GET', path: '/apps/:appid/reports/pages' },
  readRetention: { method: 'GET', path: '/apps/:appid/reports/retention' },
  readPortrait: { method: 'GET', path: '/apps/:appid/reports/portrait' },
  readPerformance: { method: 'GET', path: '/apps/:appid/reports/performance' },
  writePageRemark: { method: 'PUT', path: '/apps/:appid/pages/remark' },
} as const

export type EndpointName = keyof typeof endpoints
export type Endpoint = (typeof endpoints)[EndpointName]
