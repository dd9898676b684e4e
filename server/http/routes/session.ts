import { CreateSession, RedeemOperatorLink, Session, SignInMethods } from '../../../src/contract/identity.ts'
import { hashOf } from '../../domain/credentials.ts'
import { redeemOperatorLink } from '../../usecases/redeem-operator-link.ts'
import { signIn } from '../../usecases/sign-in.ts'
import { route } from '../route.ts'

export const sessionRoutes = [
  route({
    endpoint: 'createSession',
    question: 'anyone',
    body: CreateSession,
    answer: Session,
    noStore: true,
    limit: 'session',
    run: (deps, { body }) => signIn(deps, body.code),
  }),
  route({
    endpoint: 'deleteSession',
    question: 'signed-in',
    run: (deps, { exchange }) => deps.sessions.close(hashOf(exchange.credential ?? '')),
  }),
  route({
    endpoint: 'readSignInMethods',
    question: 'anyone',
    answer: SignInMethods,
    run: async ({ demo }) => ({ methods: demo ? (['demo', 'handoff'] as const).slice() : ['handoff' as const] }),
  }),
  route({
    endpoint: 'redeemOperatorLink',
    question: 'anyone',
    body: RedeemOperatorLink,
    answer: Session,
    noStore: true,
    limit: 'session',
    run: (deps, { body }) => redeemOperatorLink(deps, body.code),
  }),
]
