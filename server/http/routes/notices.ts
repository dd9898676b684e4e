import { PageQuery } from '../../../src/contract/audit.ts'
import { AcceptMessages, MarkNotices, NoticePage, SubscriptionList } from '../../../src/contract/notices.ts'
import { listNotices, markNotices } from '../../usecases/notices.ts'
import { route } from '../route.ts'

export const noticeRoutes = [
  route({
    endpoint: 'listNotices',
    question: 'signed-in',
    query: PageQuery,
    answer: NoticePage,
    run: (deps, { caller, query, now }) => listNotices(deps, caller.person.id, query, now),
  }),
  route({
    endpoint: 'markNotices',
    question: 'signed-in',
    body: MarkNotices,
    run: (deps, { caller, body, now }) => markNotices(deps, caller.person.id, body.upTo, now),
  }),
  route({
    endpoint: 'listSubscriptions',
    question: 'signed-in',
    answer: SubscriptionList,
    run: (deps, { caller }) => deps.messages.subscriptions(caller.person.id),
  }),
  route({
    endpoint: 'acceptMessages',
    question: 'signed-in',
    body: AcceptMessages,
    answer: SubscriptionList,
    async run({ messages }, { caller, body }) {
      await messages.accept(caller.person.id, body.accepted)
      return messages.subscriptions(caller.person.id)
    },
  }),
]
