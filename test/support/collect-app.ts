import { at } from './fakes/clock.ts'
import { openHttpApp } from './http-app.ts'

export const APP = 'wxfeedface00000001'
/** When the clock of these tests stands. */
export const NOW = at('2026-07-15 11:00')

/** What a batch came to. */
export interface Told {
  accepted: number
  duplicate: boolean
  rejected: { index: number; reason: string }[]
}

export const view = (fields: object = {}) => ({ type: 'view', at: NOW, path: 'pages/main', ...fields })

/** An app whose admin has asked for its key. */
export async function openCollector() {
  const http = openHttpApp()
  const token = await http.bind(APP)
  const desk = async () => (await http.call('GET', `/apps/${APP}/collector`, { token })).json()
  const rotate = async () => (await http.call('POST', `/apps/${APP}/collector/rotate`, { token })).json()
  const { key } = (await desk()) as { key: string }
  const bodyOf = (fields: object = {}) => ({
    key,
    batch: 'batch-1',
    sentAt: http.clock.now(),
    visitor: { id: 'device-1' },
    events: [view()],
    ...fields,
  })
  const post = async (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    http.app.request('/collect/v1', {
      method: 'POST',
      body: body as BodyInit,
      headers: { 'content-type': 'application/json', ...headers },
    })
  const collect = (fields: object = {}, headers = {}) => post(JSON.stringify(bodyOf(fields)), headers)
  const told = async (fields: object = {}, headers = {}) => {
    const response = await collect(fields, headers)
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()) as Told
  }
  return { ...http, token, key, desk, rotate, bodyOf, post, collect, told }
}
