import { expect, it } from 'vitest'
import { startSandbox } from '../../../../server/sandbox/index.ts'
import { answers } from '../../../support/scripted-wechat.ts'
import { testClient } from '../../../support/wechat-client.ts'
import { scripted } from './setup.ts'

const OPENID = 'oZ9linxxxxxxxxxxxxxxxxxxxxxx'
const GRANTED = 'sandboxGranted0000000000000000000000000001'
const ASSISTANT = { appid: 'wxfedcba9876543210', secret: 'the-assistants-own-secret' }

/** The assistant against the emulator. */
async function onSandbox(assistant: typeof ASSISTANT | null = ASSISTANT) {
  const sandbox = await startSandbox({ apps: [{ ...ASSISTANT, name: '数据助手', kind: 'miniprogram' }] })
  const client = testClient(sandbox.url, { assistant })
  return { sandbox, client, close: () => sandbox.close() }
}

const message = {
  openid: OPENID,
  templateId: GRANTED,
  page: 'pages/apps/index',
  data: { thing1: { value: '青禾' }, name2: { value: '林' }, time3: { value: '2026年7月15日 09:05' } },
  lang: 'zh_CN' as const,
}

it('the assistant reads its templates, by id, title and fields', async () => {
  const { client, close } = await onSandbox()
  const [first] = (await client.assistant.templates()) ?? []
  expect(first).toEqual({
    id: GRANTED,
    title: '授权成功通知',
    fields: [
      { key: 'thing1', label: '应用名称' },
      { key: 'name2', label: '授权人' },
      { key: 'time3', label: '授权时间' },
    ],
  })
  await close()
})

it('the assistant sends a message', async () => {
  const { client, close } = await onSandbox()
  expect(await client.assistant.send(message)).toBe('sent')
  await close()
})

it.each([
  [43101, 'no_consent'],
  [40003, 'failed'],
  [40037, 'failed'],
  [43107, 'failed'],
  [45168, 'failed'],
  [47003, 'failed'],
  [45009, 'failed'],
])('a message that WeChat answers with %i is %s', async (errcode, outcome) => {
  const { sandbox, client, close } = await onSandbox()
  sandbox.faults.add({ kind: 'errcode', errcode, path: '/cgi-bin/message/subscribe/send' })
  expect(await client.assistant.send(message)).toBe(outcome)
  await close()
})

it('the assistant gets a mini program code as a picture', async () => {
  const { client, close } = await onSandbox()
  const image = await client.assistant.codeImage({ scene: 'A'.repeat(22), page: 'pages/invitation/index' })
  expect(image?.type).toBe('image/jpeg')
  expect(image?.bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  await close()
})

it('a code that WeChat does not make is none', async () => {
  const { client, close } = await onSandbox()
  expect(await client.assistant.codeImage({ scene: 'x'.repeat(33), page: 'pages/invitation/index' })).toBeNull()
  await close()
})

it.each([
  ['林知远', 'pass'],
  ['违禁词', 'risky'],
])('WeChat’s word on %s is %s', async (text, verdict) => {
  const { client, close } = await onSandbox()
  expect(await client.assistant.checkText(OPENID, text)).toBe(verdict)
  await close()
})

it.each([
  [87014, 'risky'],
  [61010, 'unknown'],
  [48001, 'unknown'],
])('a text that WeChat answers with %i is %s', async (errcode, verdict) => {
  const { sandbox, client, close } = await onSandbox()
  sandbox.faults.add({ kind: 'errcode', errcode, path: '/wxa/msg_sec_check' })
  expect(await client.assistant.checkText(OPENID, '林')).toBe(verdict)
  await close()
})

it('a picture is checked under a trace', async () => {
  const { client, close } = await onSandbox()
  expect(await client.assistant.checkPicture(OPENID, 'https://data.example.com/a.png')).toMatch(/^sandbox-trace-/)
  await close()
})

it('without an assistant nothing is asked', async () => {
  const { sandbox, client, close } = await onSandbox(null)
  expect(await client.assistant.templates()).toBeNull()
  expect(await client.assistant.send(message)).toBe('failed')
  expect(await client.assistant.checkText(OPENID, '林')).toBe('unknown')
  expect(sandbox.calls).toEqual([])
  await close()
})

it('no openid and no token is in the log', async () => {
  const { server, client } = await scripted()
  server.script('/cgi-bin/stable_token', answers.json({ access_token: 'TOKEN-NOBODY-MAY-SEE', expires_in: 7200 }))
  server.script('/cgi-bin/message/subscribe/send', answers.errcode(40003, `invalid openid ${OPENID}`))
  expect(await client.assistant.send(message)).toBe('failed')
  expect(client.lines.join('\n')).not.toMatch(/TOKEN-NOBODY|oZ9lin/)
})
