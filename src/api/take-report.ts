import type { EndpointName } from '../contract/endpoints'
import { takeFile } from '../platform/file'
import { addressOf } from './address'
import { apiErrorOf } from './api-error'
import { renewToken } from './index'
import { sessionStore } from './session'

export interface ReportFile {
  endpoint: EndpointName
  appid: string
  /** The question behind the table on screen. */
  query: object
  /** `来源分析 2026-06-15_2026-07-14.csv` */
  name: string
}

/** Takes a report's table along as CSV. Throws `ApiError` on a refusal and `NetworkError` when no answer came. */
export async function takeReport({ endpoint, appid, query, name }: ReportFile): Promise<void> {
  const url = addressOf(endpoint, { appid }, { ...query, format: 'csv' })
  const { signedIn, locale } = sessionStore.getState()
  const take = (token: string) =>
    takeFile({ url, name, headers: { authorization: `Bearer ${token}`, 'accept-language': locale } })
  const status = await take(signedIn?.token ?? '')
  const renewed = status === 401 ? await renewToken() : null
  const settled = renewed === null ? status : await take(renewed)
  if (settled < 200 || settled >= 300) throw apiErrorOf(settled, null, '')
}
