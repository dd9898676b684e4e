import { CreateDemoSession, Session } from '../../../src/contract/identity.ts'
import { ProblemError } from '../../errors.ts'
import { openSession } from '../../usecases/open-session.ts'
import { route } from '../route.ts'

/** Listed only where there is a demo. */
export const demoRoutes = [
  route({
    endpoint: 'createDemoSession',
    question: 'anyone',
    body: CreateDemoSession,
    answer: Session,
    noStore: true,
    limit: 'session',
    async run(deps, { body }) {
      const person = deps.demo && (await deps.people.find(deps.demo[body.as]))
      if (!person) throw new ProblemError('not_found')
      return openSession(deps, person)
    },
  }),
]
