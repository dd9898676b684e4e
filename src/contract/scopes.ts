/** What a viewer may be allowed to read, section by section. An admin has all. */
export const scopes = [
  'overview',
  'visit',
  'retention',
  'pages',
  'realtime',
  'portrait',
  'revenue',
  'audience',
  'export',
] as const

export type Scope = (typeof scopes)[number]

/** What a grant opens when nobody says otherwise: everything but taking data along and joining people across apps. */
export const defaultScopes: Scope[] = scopes.filter(scope => scope !== 'export' && scope !== 'audience')
