import { WritePageRemark } from '../../../src/contract/page-remarks.ts'
import { writePageRemark } from '../../usecases/write-page-remark.ts'
import { route } from '../route.ts'

export const pageRoutes = [
  route({
    endpoint: 'writePageRemark',
    question: 'app.administer',
    body: WritePageRemark,
    async run(deps, { appid, body, caller }) {
      await deps.wordCheck.refuseUnsuitable(caller.person.id, [{ path: '/remark', text: body.remark }])
      await writePageRemark(deps, appid, body)
    },
  }),
]
