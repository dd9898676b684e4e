import { App, AppList, BindApp, Status, UnbindAppQuery, UpdateApp } from '../../../src/contract/apps.ts'
import { StoredAvatar } from '../../../src/contract/images.ts'
import { Portfolio, PortfolioQuery } from '../../../src/contract/portfolio.ts'
import { portfolioMetrics } from '../../../src/contract/portfolio-order.ts'
import { storeAvatar } from '../../usecases/avatars.ts'
import { bindApp } from '../../usecases/bind-app.ts'
import { listApps } from '../../usecases/list-apps.ts'
import { readPortfolio } from '../../usecases/read-portfolio.ts'
import { unbindApp } from '../../usecases/unbind-app.ts'
import { updateApp } from '../../usecases/update-app.ts'
import { deedOf } from '../deed.ts'
import { bytesOf } from '../picture.ts'
import { route } from '../route.ts'

export const appRoutes = [
  route({
    endpoint: 'listApps',
    question: 'signed-in',
    answer: AppList,
    run: (deps, { caller, now }) => listApps(deps, caller.person.id, now),
  }),
  route({
    endpoint: 'readPortfolio',
    question: 'signed-in',
    query: PortfolioQuery,
    answer: Portfolio,
    run: (deps, { caller, query, now }) =>
      readPortfolio(deps, caller.person.id, query.metric ?? portfolioMetrics[0], now),
  }),
  route({
    endpoint: 'bindApp',
    question: 'signed-in',
    body: BindApp,
    answer: App,
    status: 201,
    async run(deps, { body, caller }) {
      await deps.wordCheck.refuseUnsuitable(caller.person.id, [{ path: '/name', text: body.name }])
      return bindApp(deps, body, caller.person.id)
    },
  }),
  route({
    endpoint: 'updateApp',
    question: 'app.administer',
    body: UpdateApp,
    answer: App,
    async run(deps, call) {
      await deps.wordCheck.refuseUnsuitable(call.caller.person.id, [{ path: '/name', text: call.body.name }])
      return updateApp(deps, call.appid, call.body, deedOf(call))
    },
  }),
  route({
    endpoint: 'unbindApp',
    question: 'app.administer',
    query: UnbindAppQuery,
    run: (deps, call) => unbindApp(deps, call.appid, { keepArchive: call.query.keepArchive === 'true' }, deedOf(call)),
  }),
  route({
    endpoint: 'uploadAppAvatar',
    question: 'app.administer',
    upload: true,
    answer: StoredAvatar,
    run: (deps, { appid, body, caller, now }) =>
      storeAvatar(deps, { appid }, { bytes: bytesOf(body), by: caller.person.id }, now),
  }),
  route({
    endpoint: 'readStatus',
    question: 'app.see',
    answer: Status,
    run: (deps, { appid, exchange }) => deps.reports.status(appid, exchange.language),
  }),
]
