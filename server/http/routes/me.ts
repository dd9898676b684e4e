import { Me, UpdateMe } from '../../../src/contract/identity.ts'
import { meOf, updateMe } from '../../usecases/me.ts'
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
    run: (deps, { caller, body, now }) => updateMe(deps, caller.person, body, now),
  }),
  route({
    endpoint: 'deleteMe',
    question: 'signed-in',
    run: (deps, { caller, now }) => deps.people.erase(caller.person.id, now),
  }),
]
