import { Handoff, HandoffPoll, HandoffRequest } from '../../../src/contract/identity.ts'
import { CODE_PATTERN } from '../../domain/credentials.ts'
import { approveHandoff, createHandoff, pollHandoff, readHandoffRequest } from '../../usecases/handoffs.ts'
import { browserName } from '../browser-name.ts'
import { route } from '../route.ts'
import { wordsIn } from '../words/index.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Kept for a browser that is not known; whoever agrees reads it in their own language, not in the browser's. */
const UNKNOWN = ''

export const handoffRoutes = [
  route({
    endpoint: 'createHandoff',
    question: 'anyone',
    answer: Handoff,
    noStore: true,
    limit: 'handoff',
    run: (deps, { exchange }) =>
      createHandoff(deps, {
        browser: browserName(exchange.header('user-agent') ?? '') ?? UNKNOWN,
        address: exchange.address,
        publicUrl: deps.settings.publicUrl,
      }),
  }),
  route({
    endpoint: 'readHandoffRequest',
    question: 'signed-in',
    params: { code: CODE_PATTERN },
    answer: HandoffRequest,
    noStore: true,
    limit: 'handoff',
    run: async (deps, { path, exchange }) => {
      const request = await readHandoffRequest(deps, path.code ?? '')
      const { unknownBrowser } = wordsIn(exchange.language)
      return { ...request, browser: request.browser === UNKNOWN ? unknownBrowser : request.browser }
    },
  }),
  route({
    endpoint: 'approveHandoff',
    question: 'signed-in',
    params: { code: CODE_PATTERN },
    answer: HandoffPoll,
    noStore: true,
    limit: 'handoff',
    run: (deps, { path, caller }) => approveHandoff(deps, path.code ?? '', caller.person.id),
  }),
  route({
    endpoint: 'pollHandoff',
    question: 'anyone',
    params: { id: UUID },
    answer: HandoffPoll,
    noStore: true,
    limit: 'poll',
    run: (deps, { path, exchange }) => pollHandoff(deps, { id: path.id ?? '', secret: exchange.credential }),
  }),
]
