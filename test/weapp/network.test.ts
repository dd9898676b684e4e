import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPhone, type Phone, type PhoneOptions } from '../support/weapp/index.ts'
import { home } from './programs.ts'

const HOME = '/pages/home/index'
let phone: Phone
let server: http.Server
let origin: string

/** Answers what it was asked; `/slow` never does. */
beforeAll(async () => {
  server = http.createServer(async (request, response) => {
    const { url = '', method, headers } = request
    if (url === '/slow') return
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const status = url === '/refused' ? 403 : 200
    response.writeHead(status, { 'content-type': 'application/json', 'x-seen': 'yes' })
    response.end(url === '/csv' ? '\uFEFF名称,1' : JSON.stringify({ method, url, body, type: headers['content-type'] }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

afterEach(() => phone.close())

/** Runs a call when its page is tapped and answers what the page was told, as JSON. */
async function told(call: string, options: Partial<PhoneOptions> = {}, before: () => unknown = () => undefined) {
  const tell = 'const tell = value => this.setData({ told: JSON.stringify(value) });'
  const dist = home(`data: { told: '' }, go() { ${tell} ${call} }`, '<view bindtap="go">go</view><text>{{told}}</text>')
  phone = await openPhone({ dist, server: origin, ...options })
  await phone.open(HOME)
  await before()
  await phone.tap('go')
  return JSON.parse(await phone.text({ selector: 'text' }))
}

const request = (options: string) =>
  `wx.request({ ${options}, success: ({ statusCode, data, header }) => tell({ statusCode, data, seen: header['x-seen'] }), fail: tell })`

describe('wx.request', () => {
  it.each([
    [
      'puts data of a GET into the address',
      `url: '/a?b=1', data: { c: 'd e' }`,
      { method: 'GET', url: '/a?b=1&c=d%20e' },
    ],
    [
      'sends an object as JSON',
      `url: '/a', method: 'post', data: { c: 1 }`,
      { method: 'POST', body: '{"c":1}', type: 'application/json' },
    ],
    [
      'sends a form when the header says so',
      `url: '/a', method: 'PUT', data: { c: '1&2' }, header: { 'Content-Type': 'application/x-www-form-urlencoded' }`,
      { method: 'PUT', body: 'c=1%262' },
    ],
  ])('%s', async (_what, options, data) => {
    await expect(told(request(options))).resolves.toEqual({
      statusCode: 200,
      seen: 'yes',
      data: expect.objectContaining(data),
    })
  })

  it('hands an answer of any status to success', async () => {
    expect((await told(request(`url: '/refused'`))).statusCode).toBe(403)
  })

  it('gives up after the time it was given', async () => {
    await expect(told(request(`url: '/slow', timeout: 50`))).resolves.toMatchObject({ errMsg: 'request:fail timeout' })
  })

  it('ends when its task is told to', async () => {
    const call = request(`url: '/slow'`)
    await expect(told(`${call}.abort()`)).resolves.toMatchObject({ errMsg: 'request:fail abort' })
  })

  it('says what a phone without network and a server that is down say', async () => {
    await expect(told(request(`url: '/a'`), {}, () => phone.offline(true))).resolves.toMatchObject({
      errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED',
    })
    await phone.close()
    await expect(told(request(`url: '/a'`), {}, () => phone.serverDown(true))).resolves.toMatchObject({
      errMsg: 'request:fail net::ERR_CONNECTION_REFUSED',
    })
  })
})

describe('files', () => {
  const path = 'wx.env.USER_DATA_PATH + "/表 1.csv"'

  it('are downloaded to where one says, passed on to a chat by their name, and keep their byte order mark', async () => {
    const call = `wx.downloadFile({ url: '/csv', filePath: ${path}, success: ({ filePath, tempFilePath, statusCode }) => wx.shareFileMessage({ filePath, fileName: '表.csv', success: () => tell({ filePath, tempFilePath, statusCode }) }) })`
    await expect(told(call)).resolves.toEqual({ filePath: 'wxfile://usr/表 1.csv', statusCode: 200 })
    await expect(phone.shown()).resolves.toContainEqual({
      name: 'shareFileMessage',
      options: { filePath: 'wxfile://usr/表 1.csv', fileName: '表.csv' },
    })
    await expect(phone.file('wxfile://usr/表 1.csv')).resolves.toBe('\uFEFF名称,1')
  })

  it('are downloaded to a place of WeChat’s without a word about it', async () => {
    const call = `wx.downloadFile({ url: '/csv', success: ({ tempFilePath, filePath }) => tell({ tempFilePath, filePath }) })`
    await expect(told(call)).resolves.toEqual({ tempFilePath: 'wxfile://tmp_1' })
  })

  it('are written, read and taken away', async () => {
    const call = `const files = wx.getFileSystemManager(); files.writeFile({ filePath: ${path}, data: '数', success: () => { const before = files.readFileSync(${path}, 'utf8'); files.unlinkSync(${path}); files.readFile({ filePath: ${path}, fail: ({ errMsg }) => tell([before, errMsg]) }) } })`
    await expect(told(call)).resolves.toEqual([
      '数',
      'readFile:fail no such file or directory, open "wxfile://usr/表 1.csv"',
    ])
  })

  it.each([
    [
      'written outside the folder of the person',
      `wx.getFileSystemManager().writeFile({ filePath: '/etc/x', data: '', fail: tell })`,
      'writeFile:fail permission denied, open "/etc/x"',
    ],
    [
      'opened, when they are of a kind that WeChat cannot show',
      `wx.getFileSystemManager().writeFileSync(${path}, '数'); wx.openDocument({ filePath: ${path}, fail: tell })`,
      'openDocument:fail filetype not supported',
    ],
    [
      'passed on, when they are not there',
      `wx.shareFileMessage({ filePath: ${path}, fail: tell })`,
      'shareFileMessage:fail file doesn’t exist',
    ],
  ])('are not %s', async (_what, call, errMsg) => {
    await expect(told(call)).resolves.toEqual({ errMsg })
  })

  it('are opened when WeChat can show them', async () => {
    const pdf = path.replace('csv', 'pdf')
    await told(
      `wx.getFileSystemManager().writeFileSync(${pdf}, ''); wx.openDocument({ filePath: ${pdf}, showMenu: true, success: tell })`,
    )
    await expect(phone.shown()).resolves.toContainEqual({
      name: 'openDocument',
      options: { filePath: 'wxfile://usr/表 1.pdf', fileType: 'pdf', showMenu: true },
    })
  })

  it('are not passed on before anybody tapped', async () => {
    const dist = home(
      `data: { told: '' }, onLoad() { wx.shareFileMessage({ filePath: 'x', fail: ({ errMsg }) => this.setData({ told: errMsg }) }) }`,
      '<text>{{told}}</text>',
    )
    phone = await openPhone({ dist, server: origin })
    await phone.open(HOME)
    await phone.find('shareFileMessage:fail can only be invoked by user TAP gesture.')
  })
})

describe('the person', () => {
  it('gives a code to sign in with', async () => {
    await expect(told('wx.login({ success: tell })', { login: () => 'code-7' })).resolves.toEqual({
      code: 'code-7',
      errMsg: 'login:ok',
    })
  })

  it('gives none without network', async () => {
    const words = { errMsg: 'login:fail net::ERR_INTERNET_DISCONNECTED' }
    await expect(
      told('wx.login({ fail: tell })', { login: () => 'code-7' }, () => phone.offline(true)),
    ).resolves.toEqual(words)
  })

  it('accepts messages, and the test hears which', async () => {
    const call = `wx.requestSubscribeMessage({ tmplIds: ['a', 'b'], success: tell })`
    await expect(told(call)).resolves.toEqual({ a: 'accept', b: 'accept', errMsg: 'requestSubscribeMessage:ok' })
    await expect(phone.shown()).resolves.toContainEqual({
      name: 'requestSubscribeMessage',
      options: { tmplIds: ['a', 'b'] },
    })
  })
})
