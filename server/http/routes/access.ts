import {
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
} from '../../../src/contract/access.ts'
import { AuditPage, PageQuery } from '../../../src/contract/audit.ts'
import { addAdmin, listAdmins, listContacts, removeAdmin } from '../../usecases/admins.ts'
import { findUsers } from '../../usecases/find-users.ts'
import { createGrant, listGrants, revokeGrant, updateGrant } from '../../usecases/grants.ts'
import { leaveApp } from '../../usecases/leave-app.ts'
import { readAudit } from '../../usecases/read-audit.ts'
import { deedOf } from '../deed.ts'
import { route } from '../route.ts'

/** Ids of persons as we give them out. */
const params = { userId: /^[A-Za-z0-9_-]{1,64}$/ }

export const accessRoutes = [
  route({
    endpoint: 'listGrants',
    question: 'app.administer',
    answer: GrantList,
    run: (deps, { appid, now }) => listGrants(deps, appid, now),
  }),
  route({
    endpoint: 'createGrant',
    question: 'app.administer',
    body: CreateGrant,
    answer: Grant,
    status: 201,
    run: (deps, call) => createGrant(deps, call.appid, call.body, deedOf(call)),
  }),
  route({
    endpoint: 'updateGrant',
    question: 'app.administer',
    params,
    body: UpdateGrant,
    answer: Grant,
    run: (deps, call) =>
      updateGrant(deps, { appid: call.appid, userId: call.path.userId ?? '' }, call.body, deedOf(call)),
  }),
  route({
    endpoint: 'revokeGrant',
    question: 'app.administer',
    params,
    run: (deps, call) => revokeGrant(deps, call.appid, call.path.userId ?? '', deedOf(call)),
  }),
  route({
    endpoint: 'leaveApp',
    question: 'app.see',
    run: (deps, { appid, caller, now }) => leaveApp(deps, appid, caller.person.id, now),
  }),
  route({
    endpoint: 'findUsers',
    question: 'any.administer',
    query: FindUsersQuery,
    answer: FoundUsers,
    limit: 'users',
    run: (deps, { query }) => findUsers(deps, query.handle),
  }),
  route({
    endpoint: 'listAdmins',
    question: 'app.administer',
    answer: AdminList,
    run: (deps, { appid }) => listAdmins(deps, appid),
  }),
  route({
    endpoint: 'addAdmin',
    question: 'app.administer',
    body: AddAdmin,
    answer: Admin,
    status: 201,
    run: (deps, call) => addAdmin(deps, call.appid, call.body.userId, deedOf(call)),
  }),
  route({
    endpoint: 'removeAdmin',
    question: 'app.administer',
    params,
    run: (deps, call) => removeAdmin(deps, call.appid, call.path.userId ?? '', deedOf(call)),
  }),
  route({
    endpoint: 'listContacts',
    question: 'app.see',
    answer: ContactList,
    run: (deps, { appid }) => listContacts(deps, appid),
  }),
  route({
    endpoint: 'readAudit',
    question: 'app.administer',
    query: PageQuery,
    answer: AuditPage,
    run: (deps, { appid, query, now }) => readAudit(deps, appid, query, now),
  }),
]
