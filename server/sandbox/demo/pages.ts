import type { PageModel } from '../traffic/model.ts'

/** `path visits entries exits stay shares`, one page a line; numbers are weights. */
const table = (lines: string): PageModel[] =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [path = '', ...weights] = line.trim().split(/\s+/)
      const [visits = 0, entries = 0, exits = 0, stay = 0, shares = 0] = weights.map(Number)
      return { path, visits, entries, exits, stay, shares }
    })

const topics = [
  'fruit',
  'vegetable',
  'seafood',
  'meat',
  'dairy',
  'bakery',
  'frozen',
  'snack',
  'drink',
  'grain',
  'home',
  'baby',
]
const views = [
  'list',
  'detail',
  'filter',
  'rank',
  'topic',
  'coupon',
  'new',
  'group',
  'season',
  'origin',
  'recipe',
  'gift',
  'brand',
  'sale',
  'box',
  'vip',
  'try',
  'story',
]

/** Subpackages of a large shop: 216 pages with ever fewer visits. */
const aisles: PageModel[] = topics.flatMap((topic, aisle) =>
  views.map((view, place) => {
    const visits = (view === 'detail' ? 34 : 9) / (1 + aisle * 0.6) / (1 + place * 0.35)
    return {
      path: `packages/${topic}/pages/${view}/index`,
      visits,
      entries: visits * (view === 'detail' ? 0.5 : 0.12),
      exits: visits * 0.4,
      stay: view === 'detail' ? 31 : 12,
      shares: view === 'detail' || view === 'group' ? visits : visits * 0.1,
    }
  }),
)

export const freshShopPages: readonly PageModel[] = [
  ...table(`
    pages/index/index 230 300 90 14 30
    pages/category/index 120 14 22 17 4
    pages/goods/detail 210 62 74 33 120
    pages/search/index 60 8 6 7 0
    pages/search/result 72 3 16 16 2
    pages/cart/index 96 12 30 19 1
    pages/order/confirm 44 0 10 27 0
    pages/order/result 29 2 24 9 14
    pages/order/list 48 14 20 13 0
    pages/order/detail 40 18 19 15 1
    pages/coupon/center 38 16 12 12 8
    pages/groupbuy/detail 46 31 18 26 96
    pages/seckill/index 58 26 14 21 22
    pages/store/select 22 2 4 11 0
    pages/address/edit 12 0 2 24 0
    pages/member/index 36 6 11 12 2
    pages/member/points 14 2 5 15 1
    pages/delivery/track 31 21 24 18 0
    pages/service/refund 7 1 3 32 0
    pages/user/index 62 6 19 9 0`),
  ...aisles,
]

export const cafePages: readonly PageModel[] = table(`
  pages/home/home 260 300 80 11 20
  pages/menu/menu 240 90 60 38 8
  pages/menu/item 150 12 30 24 30
  pages/order/checkout 74 0 20 29 0
  pages/order/status 66 40 60 12 2
  pages/stores/map 52 18 14 21 4
  pages/gift/card 20 8 9 26 30
  pages/mine/mine 58 8 20 8 0`)

export const flowerPages: readonly PageModel[] = table(`
  pages/index/index 200 260 70 15 30
  pages/bouquet/detail 240 70 90 41 140
  pages/bouquet/list 120 20 30 22 10
  pages/card/write 40 0 8 52 2
  pages/order/pay 36 0 12 25 0
  pages/order/list 30 10 16 12 0
  pages/album/album 26 12 12 33 40
  pages/mine/mine 34 4 14 7 0`)

export const busPages: readonly PageModel[] = table(`
  pages/main/main 213 118 61 8.1 18
  pages/linedetail/linedetail 155 21 47 35 5
  pages/search/search 65 2 3 6.9 0
  pages/stationdetail/stationdetail 30 1.4 2.3 7.6 0
  pages/switch-city/switch-city 9 .7 1.6 9.2 0
  pages/feedback/feedback 1.2 .1 .4 40 0`)

export const readingPages: readonly PageModel[] = table(`
  pages/shelf/shelf 180 220 50 12 4
  pages/book/read 260 60 130 190 20
  pages/book/cover 120 40 30 22 40
  pages/search/search 40 4 6 10 0
  pages/mine/mine 30 3 12 7 0`)

/** Pages of 数据助手, as this repository releases them. */
export const assistantPages: readonly PageModel[] = table(`
  pages/apps/index 160 220 60 6 0
  pages/binding/index 8 0 2 70 0
  pages/signin/index 12 6 2 8 0
  pages/handoff/index 10 9 6 11 0
  pages/invitation/index 10 12 2 18 0
  pages/navigation/index 20 0 4 5 0
  reports/overview/index 240 20 80 44 2
  reports/trend/index 130 4 30 52 1`)
