import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openPhone, type Phone, type PhoneOptions } from '../support/weapp/index.ts'
import { home } from './programs.ts'

const HOME = '/pages/home/index'
const BUTTON = '<button open-type="chooseAvatar" bindchooseavatar="chosen">choose</button><text>{{told}}</text>'
const TELL = 'const tell = told => this.setData({ told });'

async function open(script: string, options: Partial<PhoneOptions> = {}): Promise<Phone> {
  const dist = home(`data: { told: '' }, ${script}`, BUTTON)
  const phone = await openPhone({ dist, ...options })
  await phone.open(HOME)
  return phone
}

const told = (phone: Phone) => phone.text({ selector: 'text' })

describe('the picture that a person has in WeChat', () => {
  const read = `chosen({ detail }) { ${TELL} const data = wx.getFileSystemManager().readFileSync(detail.avatarUrl); tell([...new Uint8Array(data)].join(' ')) }`

  it('comes as a file, and another one can be chosen', async () => {
    const phone = await open(read, { picture: Buffer.from([1, 2, 255]) })
    await phone.tap('choose')
    expect(await told(phone)).toBe('1 2 255')
    await phone.choosePicture('choose', Buffer.from([7]))
    expect(await told(phone)).toBe('7')
    await phone.close()
  })

  it('is a fault to ask for before the person agreed to the privacy guide', async () => {
    const phone = await open(read, { privacy: 'refuses' })
    await phone.tap('choose')
    await expect(phone.close()).rejects.toThrow(/before the person agreed/)
  })

  it('goes to a server as it is', async () => {
    const got: { type: string | undefined; bytes: number[] }[] = []
    const server = http.createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      got.push({ type: request.headers['content-type'], bytes: [...Buffer.concat(chunks)] })
      response.end()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const send = `chosen() { wx.request({ url: '/put', method: 'PUT', header: { 'content-type': 'image/png' }, data: new Uint8Array([0, 128, 255]).buffer }) }`
    const phone = await open(send, { server: origin })
    await phone.tap('choose')
    expect(got).toEqual([{ type: 'image/png', bytes: [0, 128, 255] }])
    await phone.close()
    server.close()
  })
})

describe('the question about privacy', () => {
  const ask = `chosen() {}, onLoad() { ${TELL} wx.getPrivacySetting({ success: before => wx.requirePrivacyAuthorize({ complete: ({ errMsg }) => wx.getPrivacySetting({ success: after => tell([before.needAuthorization, errMsg, after.needAuthorization].join(' ')) }) }) }) }`

  it.each([
    ['agreed', 'false requirePrivacyAuthorize:ok false'],
    ['agrees', 'true requirePrivacyAuthorize:ok false'],
    ['refuses', 'true requirePrivacyAuthorize:fail privacy permission is not authorized true'],
  ] as const)('is answered as the person does: %s', async (privacy, words) => {
    const phone = await open(ask, { privacy })
    expect(await told(phone)).toBe(words)
    await phone.close()
  })
})
