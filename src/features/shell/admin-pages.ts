/** Pages that only admins have. */
const adminPages = ['grants', 'collector', 'settings'] as const
export type AdminPage = (typeof adminPages)[number]

export const isAdminPage = (page: string): page is AdminPage => (adminPages as readonly string[]).includes(page)
