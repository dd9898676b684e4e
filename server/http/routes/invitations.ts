import { Grant } from '../../../src/contract/access.ts'
import {
  AcceptedInvitation,
  AccessRequestList,
  CreateInvitation,
  Invitation,
  InvitationView,
} from '../../../src/contract/invitations.ts'
import { CODE_PATTERN } from '../../domain/credentials.ts'
import { approveRequest, listRequests, rejectRequest } from '../../usecases/access-requests.ts'
import { acceptInvitation, createInvitation, readInvitation } from '../../usecases/invitations.ts'
import { deedOf } from '../deed.ts'
import { route } from '../route.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const invitationRoutes = [
  route({
    endpoint: 'createInvitation',
    question: 'app.administer',
    body: CreateInvitation,
    answer: Invitation,
    status: 201,
    noStore: true,
    run: (deps, call) => createInvitation(deps, call.appid, call.body, deedOf(call)),
  }),
  route({
    endpoint: 'readInvitation',
    question: 'signed-in',
    params: { code: CODE_PATTERN },
    answer: InvitationView,
    noStore: true,
    limit: 'invitation',
    run: (deps, { path, now }) => readInvitation(deps, path.code ?? '', now),
  }),
  route({
    endpoint: 'acceptInvitation',
    question: 'signed-in',
    params: { code: CODE_PATTERN },
    answer: AcceptedInvitation,
    noStore: true,
    limit: 'invitation',
    run: (deps, { path, caller, now }) => acceptInvitation(deps, path.code ?? '', caller.person.id, now),
  }),
  route({
    endpoint: 'readInvitationImage',
    question: 'app.administer',
    params: { code: CODE_PATTERN },
    picture: true,
    noStore: true,
    run: (deps, { appid, path, now }) => deps.invitationImages.read(appid, path.code ?? '', now),
  }),
  route({
    endpoint: 'listRequests',
    question: 'app.administer',
    answer: AccessRequestList,
    run: (deps, { appid }) => listRequests(deps, appid),
  }),
  route({
    endpoint: 'approveRequest',
    question: 'app.administer',
    params: { id: UUID },
    answer: Grant,
    run: (deps, call) => approveRequest(deps, call.appid, call.path.id ?? '', deedOf(call)),
  }),
  route({
    endpoint: 'rejectRequest',
    question: 'app.administer',
    params: { id: UUID },
    run: (deps, call) => rejectRequest(deps, call.appid, call.path.id ?? '', deedOf(call)),
  }),
]
