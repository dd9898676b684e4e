import { type MessageKind, messageKinds, type SubscriptionList } from '../../src/contract/notices.ts'
import { messageFields } from '../domain/message-fields.ts'
import type { Apps } from '../ports/apps.ts'
import type { Assistant, Consents, MessageTemplate } from '../ports/assistant.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Openids, People } from '../ports/people.ts'

const KNOWN_FOR_MS = 3_600_000
const ASK_AGAIN_MS = 60_000
/** Where a message leads: the list of apps, which every version of the mini program has. */
const PAGE = 'pages/apps/index'

export interface MessagesDeps {
  assistant: Assistant
  consents: Consents
  openids: Openids
  people: Pick<People, 'find'>
  apps: Pick<Apps, 'find'>
  clock: Clock
  log: Pick<Log, 'info' | 'warn'>
  /** Ids or titles of templates by kind, out of the settings. */
  templates: Record<string, string>
}

/** Something that people are told by WeChat besides the notice in the app. */
export interface Message {
  kind: MessageKind
  appid: string
  /** The actor's id. */
  by: string
  to: string[]
}

export interface Messages {
  /** Sends where a consent is there, behind the back of whoever waits; what fails stands in the log. */
  deliver(message: Message): void
  subscriptions(personId: string): Promise<SubscriptionList>
  /** Counts what the phone was allowed; ids that are no template of ours are passed over. */
  accept(personId: string, templateIds: string[]): Promise<void>
  /** Settles when nothing is under way. */
  idle(): Promise<void>
}

export function createMessages(deps: MessagesDeps): Messages {
  const { assistant, consents, openids, people, apps, clock, log } = deps
  let known: { templates: Map<MessageKind, MessageTemplate>; until: number } | null = null
  let asking: Promise<Map<MessageKind, MessageTemplate>> | null = null
  const underWay = new Set<Promise<void>>()

  /** The templates that the settings name, as WeChat has them. */
  async function ask(): Promise<Map<MessageKind, MessageTemplate>> {
    const all = await assistant.templates()
    const found = new Map<MessageKind, MessageTemplate>()
    for (const kind of messageKinds) {
      const wanted = deps.templates[kind]
      const template = wanted && all?.find(({ id, title }) => id === wanted || title === wanted)
      if (template) found.set(kind, template)
      else if (wanted && all) log.warn({ kind, template: wanted }, 'WeChat has no such message template')
    }
    const templates = all ? found : (known?.templates ?? found)
    known = { templates, until: clock.now() + (all ? KNOWN_FOR_MS : ASK_AGAIN_MS) }
    return templates
  }

  async function templates(): Promise<Map<MessageKind, MessageTemplate>> {
    if (!messageKinds.some(kind => deps.templates[kind])) return new Map()
    if (known && clock.now() < known.until) return known.templates
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }

  async function tell({ kind, appid, by, to }: Message): Promise<void> {
    const template = (await templates()).get(kind)
    const app = template && (await apps.find(appid))
    if (!template || !app) return
    const actor = await people.find(by)
    for (const personId of to) {
      const [person, openid] = [await people.find(personId), await openids.of(personId)]
      if (!person || openid === null || !(await consents.take(personId, template.id))) continue
      const told = { kind, appName: app.name, by: actor?.nickname ?? '', at: clock.now(), locale: person.locale }
      const data = messageFields(template, told)
      if (!data) log.warn({ kind, template: template.id }, 'a message template has a field that nothing fills')
      const lang = person.locale === 'en' ? ('en_US' as const) : ('zh_CN' as const)
      const sent = data ? await assistant.send({ openid, templateId: template.id, page: PAGE, data, lang }) : 'failed'
      if (sent === 'no_consent') await consents.clear(personId, template.id)
      // what did not go out was not used up
      if (sent === 'failed') await consents.add(personId, [template.id])
    }
  }

  return {
    deliver(message) {
      const sending = tell(message)
        .catch(error => log.warn({ error, kind: message.kind }, 'a message was not sent'))
        .finally(() => underWay.delete(sending))
      underWay.add(sending)
    },
    async subscriptions(personId) {
      const [ours, counts] = [await templates(), await consents.of(personId)]
      return {
        subscriptions: [...ours].map(([kind, { id }]) => ({ kind, templateId: id, remaining: counts.get(id) ?? 0 })),
      }
    },
    async accept(personId, templateIds) {
      const ours = new Set([...(await templates()).values()].map(({ id }) => id))
      await consents.add(
        personId,
        templateIds.filter(id => ours.has(id)),
      )
    },
    async idle() {
      await Promise.all(underWay)
    },
  }
}
