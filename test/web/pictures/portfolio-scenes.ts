import { ADMIN, type Scene, STRANGER, tap } from './scene.ts'

const PATH = '/reports/portfolio/index'

/** All apps at once: one with numbers, one that is late, one that fails, one that nobody visits. */
export const portfolioScenes: readonly Scene[] = [
  { page: 'portfolio', state: 'loading', person: ADMIN, path: PATH, line: 'hanging' },
  { page: 'portfolio', state: 'value', person: ADMIN, path: PATH, line: 'open' },
  { page: 'portfolio', state: 'empty', person: STRANGER, path: PATH, line: 'open' },
  { page: 'portfolio', state: 'stale', person: ADMIN, path: PATH, line: 'down', isKnown: true },
  { page: 'portfolio', state: 'failed', person: ADMIN, path: PATH, line: 'down' },
  {
    page: 'portfolio-base',
    state: 'value',
    person: ADMIN,
    path: PATH,
    line: 'open',
    act: [tap('.da-dock .da-btn')],
    isSheet: true,
  },
]
