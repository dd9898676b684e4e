import type { Endpoint } from '../wire/api.ts'
import { callingApp, permit } from '../wire/checks.ts'

const one = (priTmplId: string, title: string, content: string) => ({
  priTmplId,
  title,
  content,
  example: content.replace(/\{\{\w+\.DATA\}\}/g, '示例'),
  type: 2,
  keywordEnumValueList: [],
})

/** What an admin has picked out of the public library. */
const picked = [
  one(
    'sandboxGranted0000000000000000000000000001',
    '授权成功通知',
    '应用名称:{{thing1.DATA}}\n授权人:{{name2.DATA}}\n授权时间:{{time3.DATA}}\n',
  ),
  one(
    'sandboxRevoked0000000000000000000000000002',
    '授权取消通知',
    '应用名称:{{thing1.DATA}}\n状态:{{phrase2.DATA}}\n时间:{{date3.DATA}}\n备注:{{thing4.DATA}}\n',
  ),
  one(
    'sandboxApproved000000000000000000000000003',
    '审核结果通知',
    '项目名称:{{thing1.DATA}}\n审核结果:{{phrase2.DATA}}\n审核人:{{thing3.DATA}}\n',
  ),
  one(
    'sandboxOrder000000000000000000000000000004',
    '订单发货通知',
    '订单号:{{character_string1.DATA}}\n金额:{{amount2.DATA}}\n',
  ),
]

/** `GET /wxaapi/newtmpl/gettemplate`. */
export const getTemplate: Endpoint = (exchange, platform) => {
  permit(callingApp(exchange, platform), exchange.path)
  return () => ({ errcode: 0, errmsg: 'ok', data: picked })
}
