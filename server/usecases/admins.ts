import type { Admin, AdminList, ContactList } from '../../src/contract/access.ts'
import { ProblemError } from '../errors.ts'
import type { AppAdmin, Deed } from '../ports/access.ts'
import type { AccessDesk } from './access-desk.ts'
import { listed, unknownPerson } from './grants.ts'

const adminOf = ({ person, since }: AppAdmin): Admin => ({ ...listed(person), since: new Date(since).toISOString() })

export const listAdmins = async ({ admins }: Pick<AccessDesk, 'admins'>, appid: string): Promise<AdminList> => ({
  admins: (await admins.of(appid)).map(adminOf),
})

/** Whom to ask for more, in the order of their coming. */
export const listContacts = async ({ admins }: Pick<AccessDesk, 'admins'>, appid: string): Promise<ContactList> => ({
  contacts: (await admins.of(appid)).map(({ person: { nickname, avatarUrl } }) => ({ nickname, avatarUrl })),
})

/** @throws ProblemError `invalid` for a person who is none · ConflictError for one who is admin already */
export async function addAdmin(
  { admins }: Pick<AccessDesk, 'admins'>,
  appid: string,
  userId: string,
  deed: Deed,
): Promise<Admin> {
  const admin = await admins.add(appid, userId, deed)
  if (!admin) throw unknownPerson()
  return adminOf(admin)
}

/** @throws ProblemError `not_found` · ConflictError for the last one */
export async function removeAdmin(
  { admins }: Pick<AccessDesk, 'admins'>,
  appid: string,
  userId: string,
  deed: Deed,
): Promise<void> {
  if (!(await admins.remove(appid, userId, deed))) throw new ProblemError('not_found')
}
