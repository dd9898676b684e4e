import type { TObject } from 'typebox'
import { COLLECT_PATH, CollectAnswer, CollectBody, ImportLine } from '../../src/contract/collect.ts'
import { API_BASE } from '../../src/contract/endpoints.ts'
import { Problem } from '../../src/contract/problems.ts'
import { pictureContent } from './picture.ts'
import type { Route } from './route.ts'

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** OpenAPI 3.1 of the very declarations and schemas that serve the requests. */
export function openApiOf(routes: Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = `${API_BASE}${route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  paths[COLLECT_PATH] = { post: collectOperation }
  return {
    openapi: '3.1.0',
    info: { title: '数据助手 Data Assistant', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  }
}

/** Apart from the routes, as its door is: the write key in the body is all that it asks for. */
const collectOperation = {
  operationId: 'collectEvents',
  security: [],
  parameters: [],
  requestBody: {
    required: true,
    description: 'gzip allowed, 256 KiB unpacked; a web page may send the same as text',
    content: { 'application/json': { schema: CollectBody }, 'text/plain': { schema: { type: 'string' } } },
  },
  responses: {
    200: {
      description: 'the events are durable',
      content: { 'application/json': { schema: CollectAnswer } },
    },
    default: problem('a failure, told by its `code`; 429 and 503 with `Retry-After`'),
  },
}

const ndjsonBody = {
  required: true,
  description: 'one `ImportLine` a line, gzip allowed, 1 GiB unpacked',
  content: { 'application/x-ndjson': { schema: ImportLine } },
}

function operationOf(route: Route): object {
  const success = route.answer
    ? {
        description: 'the answer',
        ...(route.method === 'GET' ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
        content: {
          'application/json': { schema: route.answer },
          ...(route.table ? { 'text/csv': { schema: { type: 'string' } } } : {}),
        },
      }
    : route.picture
      ? { description: 'the picture', content: pictureContent }
      : { description: 'done' }
  return {
    operationId: route.endpoint,
    security: route.question === 'anyone' ? [] : [{ session: [] }],
    parameters: [...pathParameters(route), ...queryParameters(route.query)],
    ...(route.upload ? { requestBody: { required: true, content: pictureContent } } : {}),
    ...(route.stream ? { requestBody: ndjsonBody } : {}),
    ...(route.body ? { requestBody: requestBodyOf(route.body) } : {}),
    responses: {
      [route.status]: success,
      ...(route.method === 'GET' ? { 304: { description: 'the caller has it already' } } : {}),
      default: problem('a failure, told by its `code`'),
    },
  }
}

const requestBodyOf = (body: TObject) => ({
  required: (body.required ?? []).length > 0,
  content: { 'application/json': { schema: body } },
})

const pathParameters = (route: Route) =>
  [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(route.params[name] ? { pattern: route.params[name].source } : {}) },
  }))

const queryParameters = (query: TObject) =>
  Object.entries(query.properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: (query.required ?? []).includes(name),
    schema,
  }))
