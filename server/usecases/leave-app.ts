import { ProblemError } from '../errors.ts'
import type { AccessDesk } from './access-desk.ts'

/** A viewer goes by own wish. @throws ProblemError `conflict` for an admin */
export async function leaveApp(
  { grants }: Pick<AccessDesk, 'grants'>,
  appid: string,
  personId: string,
  now: number,
): Promise<void> {
  if (!(await grants.leave(appid, personId, now))) throw new ProblemError('conflict', { detail: 'adminLeaves' })
}
