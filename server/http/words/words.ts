import type { ProblemCode } from '../../../src/contract/problems.ts'

/** Everything that the server says to people, one file a language. */
export interface Words {
  titles: Record<ProblemCode, string>
  /** By the key that a failure carries; `{names}` stands for what is named. */
  details: Record<DetailKey, string>
  /** Between two names, each in quotes. */
  between: string
  /** By the code of an issue; `{ip}` stands for the address to whitelist. */
  issues: Record<string, string>
  /** For `ip_not_allowed` where WeChat does not say which address it saw. */
  addressNotNamed: string
  /** For an issue code without words of its own. */
  otherIssue: string
  /** Shown by the server itself while the web app is not built. */
  notBuilt: string
  unknownBrowser: string
}

export const detailKeys = [
  'notJson',
  'notGzip',
  'appBound',
  'handleTaken',
  'handoffExpired',
  'handoffApproved',
  'linkExpired',
  'linkUsed',
  'kindNotYet',
  'viewersFull',
  'viewerAlready',
  'adminAlready',
  'lastAdmin',
  'adminLeaves',
  'lastAdminOfApp',
  'requestPending',
  'requestOver',
  'invitationUsed',
  'invitationExpired',
  'invitationVoid',
  'codeImageFailed',
] as const
export type DetailKey = (typeof detailKeys)[number]
