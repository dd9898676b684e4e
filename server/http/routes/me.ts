import { Me, UpdateMe } from '../../../src/contract/identity.ts'
import { StoredAvatar } from '../../../src/contract/images.ts'
import { CODE_PATTERN } from '../../domain/credentials.ts'
import { readAvatar, storeAvatar } from '../../usecases/avatars.ts'
import { meOf, updateMe } from '../../usecases/me.ts'
import { bytesOf } from '../picture.ts'
import { route } from '../route.ts'

export const meRoutes = [
  route({
    endpoint: 'readMe',
    question: 'signed-in',
    answer: Me,
    run: async (_deps, { caller }) => meOf(caller.person),
  }),
  route({
    endpoint: 'updateMe',
    question: 'signed-in',
    body: UpdateMe,
    answer: Me,
    async run(deps, { caller, body, now }) {
      await deps.wordCheck.refuseUnsuitable(caller.person.id, [{ path: '/nickname', text: body.nickname }])
      return updateMe(deps, caller.person, body, now)
    },
  }),
  route({
    endpoint: 'deleteMe',
    question: 'signed-in',
    run: (deps, { caller, now }) => deps.people.erase(caller.person.id, now),
  }),
  route({
    endpoint: 'uploadAvatar',
    question: 'signed-in',
    upload: true,
    answer: StoredAvatar,
    run: (deps, { caller, body, now }) =>
      storeAvatar(deps, { personId: caller.person.id }, { bytes: bytesOf(body), by: caller.person.id }, now),
  }),
  route({
    endpoint: 'readAvatar',
    question: 'anyone',
    params: { id: CODE_PATTERN },
    picture: true,
    run: (deps, { path }) => readAvatar(deps, path.id ?? ''),
  }),
]
