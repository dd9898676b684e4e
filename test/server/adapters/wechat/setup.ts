import { expect } from 'vitest'
import { datacubeReports } from '../../../../server/domain/datacube.ts'
import { UpstreamError } from '../../../../server/domain/upstream.ts'
import type { DatacubeQuestion } from '../../../../server/ports/wechat.ts'
import { startScriptedWeChat } from '../../../support/scripted-wechat.ts'
import { APPID, testClient } from '../../../support/wechat-client.ts'

export const TOKEN = '/cgi-bin/stable_token'
export const VISITS = datacubeReports['visit.daily'].path
export const PAGES = datacubeReports['pages.daily'].path

/** One day of July 2026. */
export const july = (day: number, report: DatacubeQuestion['report'] = 'visit.daily'): DatacubeQuestion => {
  const name = `2026-07-${String(day).padStart(2, '0')}`
  return { appid: APPID, report, from: name, to: name }
}

/** A scripted WeChat and a client for it. */
export async function scripted(overrides: Parameters<typeof testClient>[1] = {}) {
  const server = await startScriptedWeChat()
  return { server, client: testClient(server.url, overrides) }
}

/** The error a call fails with. */
export async function failureOf(call: Promise<unknown>): Promise<UpstreamError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UpstreamError)) expect.fail(`expected an UpstreamError, got ${String(error)}`)
  return error
}
