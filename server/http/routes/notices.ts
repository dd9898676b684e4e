import { PageQuery } from '../../../src/contract/audit.ts'
import { MarkNotices, NoticePage } from '../../../src/contract/notices.ts'
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
]
