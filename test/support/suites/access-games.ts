import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccessRequestList } from '../../../src/contract/invitations.ts'
import type { Scope } from '../../../src/contract/scopes.ts'
import { type AccessApp, openAccessApp, type Somebody } from '../access-app.ts'
import type { TestStores } from '../database.ts'
import { ModelApp } from './access-model.ts'

const CARD_MS = 24 * 3_600_000
const PEOPLE = 4
const paths = { overview: 'reports/overview', visit: 'reports/trend?from=2026-07-01&to=2026-07-01&granularity=day' }

/** One step of a game: who does what to whom. */
const person = fc.nat({ max: PEOPLE - 1 })
const terms = fc.record({
  scopes: fc.constantFrom<Scope[]>(['overview'], ['visit'], ['overview', 'visit']),
  hours: fc.constantFrom(null, 1, 30),
})
const step = fc.oneof(
  fc.record({ what: fc.constant('grant' as const), by: person, to: person, terms }),
  fc.record({ what: fc.constant('change' as const), by: person, to: person, terms }),
  fc.record({ what: fc.constant('revoke' as const), by: person, to: person }),
  fc.record({ what: fc.constant('leave' as const), by: person }),
  fc.record({ what: fc.constant('invite' as const), by: person, terms, wantsWord: fc.boolean() }),
  fc.record({ what: fc.constant('accept' as const), by: person, card: fc.nat({ max: 5 }) }),
  fc.record({ what: fc.constant('answer' as const), by: person, to: person, yes: fc.boolean() }),
  fc.record({ what: fc.constant('raise' as const), by: person, to: person }),
  fc.record({ what: fc.constant('lower' as const), by: person, to: person }),
  fc.record({ what: fc.constant('expire' as const), hours: fc.constantFrom(1, 25) }),
  fc.record({ what: fc.constant('sign out' as const), by: person }),
  fc.record({ what: fc.constant('sign in' as const), by: person }),
  fc.record({ what: fc.constant('unbind' as const), by: person }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A game on a new app among new people, with the model beside it. */
async function newGame(site: AccessApp) {
  const { appid, admin } = await site.bound()
  const others = await Promise.all(Array.from({ length: PEOPLE - 1 }, () => site.person('人')))
  const people: Somebody[] = [admin, ...others]
  const model = new ModelApp(new Set([admin.id]))
  const out = new Set<number>()
  const codes: string[] = []
  const app = `/apps/${appid}`
  const at = (who: number) => people[who] as Somebody
  const idOf = (who: number) => at(who).id
  const now = () => site.clock.now()
  const endOf = (hours: number | null) => (hours === null ? null : now() + hours * 3_600_000)
  const instant = (end: number | null) => (end === null ? null : new Date(end).toISOString())
  const done = async (by: number, method: string, path: string, body?: unknown) =>
    (await site.call(at(by), method, path, body)).ok

  /** Plays a step on both. @returns what server and model said of it */
  async function play(one: Step): Promise<[boolean, boolean]> {
    if (one.what === 'expire') {
      site.clock.advance(one.hours * 3_600_000)
      return [true, true]
    }
    const isIn = !out.has(one.by)
    if (one.what === 'sign in') {
      people[one.by] = { id: idOf(one.by), token: await site.signIn(idOf(one.by)) }
      out.delete(one.by)
      return [true, true]
    }
    if (one.what === 'sign out') {
      const said = await done(one.by, 'DELETE', '/session')
      out.add(one.by)
      return [said, isIn]
    }
    if (one.what === 'accept') {
      const card = model.cards[one.card]
      const code = codes[one.card] ?? 'A'.repeat(22)
      const said = await done(one.by, 'POST', `/invitations/${code}/accept`)
      return [said, isIn && card !== undefined && model.take(card, idOf(one.by), now())]
    }
    if (one.what === 'leave') {
      const said = await done(one.by, 'DELETE', `/me/grants/${appid}`)
      return [said, isIn && model.drop(idOf(one.by), now())]
    }
    const rules = isIn && model.administers(idOf(one.by))
    if (one.what === 'unbind') {
      const said = await done(one.by, 'DELETE', app)
      if (rules) model.unbind()
      return [said, rules]
    }
    if (one.what === 'invite') {
      const end = endOf(one.terms.hours)
      const wish = { scopes: one.terms.scopes, grantExpiresAt: instant(end), requireApproval: one.wantsWord }
      const response = await site.call(at(one.by), 'POST', `${app}/invitations`, wish)
      if (response.ok) codes.push(((await response.json()) as { code: string }).code)
      const card = { scopes: one.terms.scopes, end, by: idOf(one.by), until: now() + CARD_MS }
      if (rules) model.cards.push({ ...card, wantsWord: one.wantsWord, isVoid: false })
      return [response.ok, rules]
    }
    const target = idOf(one.to)
    if (one.what === 'grant' || one.what === 'change') {
      const end = endOf(one.terms.hours)
      const wish = { scopes: one.terms.scopes, expiresAt: instant(end) }
      const said = await (one.what === 'grant'
        ? done(one.by, 'POST', `${app}/grants`, { userId: target, ...wish })
        : done(one.by, 'PATCH', `${app}/grants/${target}`, wish))
      const given = { scopes: one.terms.scopes, end }
      return [said, rules && model[one.what === 'grant' ? 'admit' : 'change'](target, given, now())]
    }
    if (one.what === 'revoke') {
      return [await done(one.by, 'DELETE', `${app}/grants/${target}`), rules && model.drop(target, now())]
    }
    if (one.what === 'raise') {
      return [await done(one.by, 'POST', `${app}/admins`, { userId: target }), rules && model.raise(target)]
    }
    if (one.what === 'lower') {
      return [await done(one.by, 'DELETE', `${app}/admins/${target}`), rules && model.lower(target)]
    }
    const listed = await site.call(at(one.by), 'GET', `${app}/requests`)
    const requests = listed.ok ? ((await listed.json()) as AccessRequestList).requests : []
    const id = requests.find(request => request.user.id === target)?.id ?? '00000000-0000-4000-8000-000000000000'
    const said = await done(one.by, 'POST', `${app}/requests/${id}/${one.yes ? 'approve' : 'reject'}`)
    return [said, rules && model.answer(target, one.yes, now())]
  }

  /** What everybody sees, by the server and by the model. */
  async function views() {
    const server: Record<string, number> = {}
    const told: Record<string, number> = {}
    for (const [index, { id }] of people.entries()) {
      const sees = model.sees(id, now())
      const ruling = (may: boolean) => (out.has(index) ? 401 : !sees ? 404 : may ? 200 : 403)
      const asked = { see: ['status', sees], rule: ['grants', model.administers(id)] } as Record<
        string,
        [string, boolean]
      >
      for (const [scope, path] of Object.entries(paths)) asked[scope] = [path, model.reads(id, scope, now())]
      for (const [question, [path, may]] of Object.entries(asked)) {
        server[`${index} ${question}`] = (await site.call(at(index), 'GET', `${app}/${path}`)).status
        told[`${index} ${question}`] = ruling(may)
      }
    }
    return { server, told }
  }

  return { play, views }
}

/** @param open stores on an empty database */
export function describeAccessGames(engine: string, open: () => Promise<TestStores>): void {
  describe(`whatever is played on ${engine}`, () => {
    let stores: TestStores
    let site: AccessApp
    beforeAll(async () => {
      stores = await open()
      const nobodyCounts = { take: async () => {}, checkRefusedCodes: async () => {}, noteRefusedCode: async () => {} }
      site = openAccessApp(stores, { limits: nobodyCounts })
    })
    afterAll(() => stores.close())

    it('the server lets in whom the model lets in, and no others', { timeout: 300_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async steps => {
          const { play, views } = await newGame(site)
          for (const one of steps) {
            const [server, model] = await play(one)
            expect({ step: one, done: server }).toEqual({ step: one, done: model })
            const { server: seen, told } = await views()
            expect(seen).toEqual(told)
          }
        }),
        { numRuns: Number(process.env.PLAYED_GAMES ?? 25) },
      )
    })
  })
}
