import type { Block, Picture } from '../../charts/picture/picture'
import type { App } from '../../contract/apps'
import type { Locale, User } from '../../contract/identity'
import type { MetricId } from '../../contract/metrics'
import { dayOf } from '../../contract/periods'
import { clockTime } from '../../lib/dates'
import { dictionaryEntry } from '../../lib/dictionary'
import { textOf } from '../../lib/text'
import { badgeOf, type Standing } from '../freshness/model'

/** What a report puts on its picture; the frame adds whose, when and by whom. */
export interface ReportPicture {
  blocks: Block[]
  /** What each metric on it means. */
  definitions: { name: string; text: string }[]
  /** Counted by our own SDK and not by WeChat. */
  isOwn?: boolean
}

export interface PictureFrame {
  app: Pick<App, 'name'>
  title: string
  line: string
  standing: Standing
  user: Pick<User, 'nickname' | 'handle'> | null
  /** ms */
  now: number
}

/** Rows of one list that a picture holds; a longer one would not be read and not fit a canvas. */
export const MOST_ROWS = 31

/** The name across the picture: the nickname, else the handle, else 访客. */
export function viewerName(user: PictureFrame['user'], locale: Locale): string {
  return user?.nickname.trim() || user?.handle || textOf(locale).share.guest
}

/** A report's picture with everything that a reader without the app needs. */
export function pictureOf(frame: PictureFrame, content: ReportPicture, locale: Locale): Picture {
  const { apps, share, states } = textOf(locale)
  const { app, title, line, standing, user, now } = frame
  const viewer = viewerName(user, locale)
  const moment = `${dayOf(now)} ${clockTime(new Date(now).toISOString())}`
  return {
    blocks: content.blocks,
    definitions: content.definitions.map(({ name, text }) => share.definition(name, text)),
    app: app.name,
    title,
    line,
    standing: `${content.isOwn ? states.own : states.official} · ${badgeOf({ ...standing, isFetching: false }, now, locale).text}`,
    viewer,
    signature: share.signature(apps.product, viewer, moment),
  }
}

/** What a metric means, on one line below the picture. */
export function definitionOf(id: MetricId, locale: Locale): ReportPicture['definitions'][number] {
  const { name, sentence, formula } = dictionaryEntry(id, locale)
  return { name, text: `${sentence}${locale === 'en' ? ' ' : ''}${formula}` }
}

/** The first rows, and how many are left out in words. */
export function firstRows<Row>(rows: readonly Row[], locale: Locale, most = MOST_ROWS): { rows: Row[]; rest: Block[] } {
  const left = rows.length - most
  const words = textOf(locale).share
  return { rows: rows.slice(0, most), rest: left > 0 ? [{ kind: 'words', text: words.rest(left) }] : [] }
}
