import http from 'node:http'
import net from 'node:net'
import tls from 'node:tls'
import { expect, it } from 'vitest'
import { takeRefused } from './network-guard.ts'

function failureOf(socket: net.Socket | http.ClientRequest) {
  return new Promise<string>(resolve => socket.once('error', error => resolve(error.message)))
}

it('refuses fetch to a foreign host', async () => {
  await expect(fetch('http://api.weixin.qq.com/')).rejects.toThrow()
  expect(takeRefused()).toEqual(['api.weixin.qq.com:80'])
})

it('refuses an http request to a foreign address', async () => {
  await expect(failureOf(http.get('http://192.0.2.1:8080/'))).resolves.toContain('192.0.2.1:8080')
  expect(takeRefused()).toEqual(['192.0.2.1:8080'])
})

it('refuses a plain and a TLS socket', async () => {
  await expect(failureOf(net.connect(443, 'example.com'))).resolves.toContain('example.com:443')
  await expect(failureOf(tls.connect({ port: 443, host: 'example.com' }))).resolves.toContain('example.com:443')
  expect(takeRefused()).toEqual(['example.com:443', 'example.com:443'])
})

it('lets a test talk to a server of its own', async () => {
  const server = http.createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as net.AddressInfo
  await expect(fetch(`http://localhost:${port}/`).then(answer => answer.text())).resolves.toBe('here')
  await expect(fetch(`http://127.0.0.1:${port}/`).then(answer => answer.text())).resolves.toBe('here')
  server.close()
})
