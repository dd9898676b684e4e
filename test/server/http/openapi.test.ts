import Schema from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import { routesOf } from '../../../server/app.ts'
import { API_BASE } from '../../../src/contract/endpoints.ts'
import { Problem } from '../../../src/contract/problems.ts'
import { openHttpApp } from '../../support/http-app.ts'

interface Operation {
  operationId: string
  security: object[]
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}

interface Document {
  openapi: string
  info: object
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

const APP = 'wxfeedface00000001'

async function published(): Promise<Document> {
  const { app } = openHttpApp({ demo: { admin: 'a', viewer: 'b', stranger: 'c' } })
  return (await (await app.request('/api/openapi.json')).json()) as Document
}

const operationsOf = (document: Document) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the OpenAPI document', () => {
  it('is 3.1 and lists every route once', async () => {
    const document = await published()
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    expect(
      operationsOf(document)
        .map(({ operation }) => operation.operationId)
        .toSorted(),
    ).toEqual(['collectEvents', ...routesOf(true).map(({ endpoint }) => endpoint)].toSorted())
  })

  it('declares each path part exactly, every parameter once, every response with a description', async () => {
    for (const { path, operation } of operationsOf(await published())) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const inPath = operation.parameters.filter(parameter => parameter.in === 'path')
      expect(inPath.map(parameter => parameter.name)).toEqual(parts)
      expect(inPath.every(parameter => parameter.required)).toBe(true)
      const names = operation.parameters.map(parameter => `${parameter.in} ${parameter.name}`)
      expect(new Set(names).size).toBe(names.length)
      for (const response of Object.values(operation.responses)) expect(response.description).not.toBe('')
      expect(Object.keys(operation.responses).some(status => /^20[014]$/.test(status))).toBe(true)
    }
  })

  it('holds schemas that compile as JSON Schema', async () => {
    for (const { operation } of operationsOf(await published())) {
      const schemas = [
        ...operation.parameters.map(parameter => parameter.schema),
        ...Object.values(operation.requestBody?.content ?? {}).map(content => content.schema),
        ...Object.values(operation.responses).flatMap(response =>
          Object.values(response.content ?? {}).map(content => content.schema),
        ),
      ].filter(schema => !('$ref' in schema))
      for (const schema of schemas) expect(() => Schema.Compile(schema)).not.toThrow()
    }
  })

  it('asks for a session exactly where a route does', async () => {
    const document = await published()
    for (const route of routesOf(true)) {
      const path = API_BASE + route.path.replace(/:(\w+)/g, '{$1}')
      const operation = document.paths[path]?.[route.method.toLowerCase()]
      expect(operation?.security.length).toBe(route.question === 'anyone' ? 0 : 1)
    }
  })
})

describe('what is answered', () => {
  const body = { appid: 'wxfeedface00000009', secret: 'right-secret', name: 'Shop', kind: 'miniprogram' }
  it.each<[string, string, string, unknown]>([
    ['createSession', 'POST', '/session', { code: 'code-of-lin' }],
    ['readSignInMethods', 'GET', '/session/methods', undefined],
    ['createDemoSession', 'POST', '/demo/session', { as: 'admin' }],
    ['createHandoff', 'POST', '/session/handoffs', undefined],
    ['readMe', 'GET', '/me', undefined],
    ['updateMe', 'PATCH', '/me', { nickname: '林' }],
    ['listApps', 'GET', '/apps', undefined],
    ['bindApp', 'POST', '/apps', body],
    ['updateApp', 'PATCH', `/apps/${APP}`, { name: '店' }],
    ['readStatus', 'GET', `/apps/${APP}/status`, undefined],
    ['readOverview', 'GET', `/apps/${APP}/reports/overview`, undefined],
    ['readTrend', 'GET', `/apps/${APP}/reports/trend?from=2026-07-14&to=2026-07-14&granularity=day`, undefined],
  ])('matches the published schema: %s', async (endpoint, method, path, sent) => {
    const http = openHttpApp({ demo: { admin: 'id-of-admin', viewer: 'b', stranger: 'c' } })
    const token = await http.bind(APP, 'admin')
    const response = await http.call(method, path, { token, body: sent })
    const { operation } = operationsOf(await published()).find(
      candidate => candidate.operation.operationId === endpoint,
    ) ?? { operation: undefined }
    const schema = operation?.responses[response.status]?.content?.['application/json']?.schema
    expect(schema).toBeDefined()
    const [valid, errors] = Schema.Errors(schema ?? {}, await response.json())
    expect([valid, errors]).toEqual([true, []])
  })

  it('matches the published schema of a problem too', async () => {
    const { call } = openHttpApp()
    const [valid] = Schema.Errors(Problem, await (await call('POST', '/session', { body: {} })).json())
    expect(valid).toBe(true)
  })
})
