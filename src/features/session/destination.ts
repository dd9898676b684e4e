export const SIGN_IN = '/pages/signin/index'
const HOME = '/pages/apps/index'

/** Where a sign-in leads: back to the page that asked for it, and never out of the app. */
export const destinationOf = (next: string | undefined): string =>
  next && /^\/(pages|reports|access)\//.test(next) && !next.startsWith(SIGN_IN) ? next : HOME
