import Type, { type Static } from 'typebox'
import { Nullable } from './fields'
import { pageColumns } from './pages'
import { closed, DayState, envelope, FractionOrNull, NumberOrNull, rangeQuery } from './report-envelope'

const peopleOfDays = 'people of each day added up: person-days; of our own events distinct over the range'

export const PageRow = Type.Object({
  path: Type.String({ description: 'without a leading slash and `.html`' }),
  remark: Nullable(Type.String()),
  page_visit_pv: NumberOrNull,
  page_visit_uv: Nullable(Type.Number({ description: peopleOfDays })),
  page_staytime_pv: Nullable(Type.Number({ description: 'seconds a visit, weighted by visits' })),
  entrypage_pv: NumberOrNull,
  exitpage_pv: NumberOrNull,
  exit_rate: Nullable(Type.Number({ description: 'exits / visits of the page' })),
  page_share_pv: NumberOrNull,
  page_share_uv: Nullable(Type.Number({ description: peopleOfDays })),
  share: FractionOrNull,
})
export type PageRow = Static<typeof PageRow>

export const PagesData = Type.Object({
  rows: Type.Array(PageRow),
  truncated: Type.Boolean({ description: 'on some day only the 200 pages with most visits are known' }),
  other: Type.Object({ page_visit_pv: NumberOrNull }, { description: '其他: visits of the days that no row holds' }),
  byDay: Type.Array(DayState),
})
export type PagesData = Static<typeof PagesData>

export const PagesAnswer = envelope('pages', PagesData)
export type PagesAnswer = Static<typeof PagesAnswer>

export const PagesQuery = Type.Object(
  {
    ...rangeQuery,
    sort: Type.Optional(Type.Enum([...pageColumns])),
    order: Type.Optional(Type.Enum(['asc', 'desc'])),
    q: Type.Optional(Type.String({ maxLength: 200, description: 'part of a path or remark' })),
  },
  closed,
)
export type PagesQuery = Static<typeof PagesQuery>
