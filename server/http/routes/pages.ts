import { WritePageRemark } from '../../../src/contract/page-remarks.ts'
import { writePageRemark } from '../../usecases/write-page-remark.ts'
import { route } from '../route.ts'

export const pageRoutes = [
  route({
    endpoint: 'writePageRemark',
    question: 'app.administer',
    body: WritePageRemark,
    run: (deps, { appid, body }) => writePageRemark(deps, appid, body),
  }),
]
