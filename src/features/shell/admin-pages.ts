/** Pages that only admins have. */
export type AdminPage = 'grants' | 'settings'

export const isAdminPage = (page: string): page is AdminPage => page === 'grants' || page === 'settings'
