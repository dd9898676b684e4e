import type { TrafficModel } from '../traffic/model.ts'
import type { SandboxApp } from '../types.ts'
import { assistantPages, busPages, cafePages, flowerPages, freshShopPages, readingPages } from './pages.ts'

/** A shop that opened in 2021: weekends, holidays, releases, more pages than the page report shows. */
const freshShop: TrafficModel = {
  firstDay: '2021-03-08',
  visitors: 60_500,
  growthDays: 640,
  weekdays: [0.94, 0.92, 0.93, 0.96, 1.03, 1.14, 1.08],
  holidays: 'shopping',
  releaseEvery: 61,
  newShare: 0.083,
  opensPerVisitor: 2.34,
  shareRate: 0.0061,
  retention: { fresh: 0.21, active: 0.43 },
  sources: {
    1: 92,
    2: 118,
    3: 151,
    4: 34,
    5: 12,
    7: 9,
    8: 11,
    10: 22,
    11: 47,
    13: 26,
    15: 31,
    16: 16,
    18: 21,
    22: 7,
    23: 5,
    29: 168,
    33: 44,
    34: 6,
    35: 73,
    36: 64,
    42: 13,
    46: 9,
    47: 18,
    53: 4,
    57: 3,
  },
  sourceVisitors: true,
  pages: freshShopPages,
  home: { 浙江省: 310, 上海市: 190, 江苏省: 160 },
}

/** A café that opened a few weeks ago. */
const cafe: TrafficModel = {
  firstDay: { weeksAgo: 3 },
  visitors: 420,
  growthDays: 60,
  weekdays: [1.02, 1, 1.03, 1.05, 1.12, 0.94, 0.84],
  holidays: 'office',
  releaseEvery: 0,
  newShare: 0.24,
  opensPerVisitor: 1.6,
  shareRate: 0.012,
  retention: { fresh: 0.16, active: 0.3 },
  sources: { 1: 9, 2: 14, 3: 22, 4: 61, 8: 2, 10: 3, 13: 5, 15: 8, 16: 6, 29: 17, 35: 4, 36: 5 },
  sourceVisitors: false,
  pages: cafePages,
  home: { 云南省: 900 },
}

/** Bus times in one city, with every oddity of the official samples laid over honest numbers. */
const bus: TrafficModel = {
  firstDay: '2017-01-12',
  visitors: 8_600,
  growthDays: 420,
  weekdays: [1.16, 1.14, 1.13, 1.13, 1.18, 0.68, 0.58],
  holidays: 'office',
  releaseEvery: 0,
  newShare: 0.098,
  opensPerVisitor: 2.57,
  shareRate: 0.0012,
  retention: { fresh: 0.32, active: 0.56 },
  sources: { 1: 1166, 2: 102, 3: 11, 4: 7, 5: 7, 6: 20, 7: 107, 8: 7, 10: 1, 29: 310, 36: 120 },
  sourceVisitors: true,
  pages: busPages,
  home: { 广东省: 2_400 },
  traps: true,
}

/** A flower shop with few visitors and feast days of its own. */
const flowers: TrafficModel = {
  firstDay: '2023-08-22',
  visitors: 96,
  growthDays: 300,
  weekdays: [0.86, 0.88, 0.92, 0.98, 1.14, 1.16, 1.06],
  holidays: 'leisure',
  releaseEvery: 120,
  newShare: 0.31,
  opensPerVisitor: 1.42,
  shareRate: 0.021,
  retention: { fresh: 0.09, active: 0.19 },
  sources: { 1: 12, 2: 31, 3: 64, 4: 22, 5: 4, 10: 2, 16: 12, 18: 9, 29: 21, 35: 6, 46: 17 },
  sourceVisitors: false,
  pages: flowerPages,
}

/** A reading app that was given up in the summer of 2025. */
const reading: TrafficModel = {
  ...flowers,
  firstDay: '2022-05-16',
  lastDay: '2025-08-31',
  visitors: 1_240,
  pages: readingPages,
}

/** Accounts of the demo and of the tests by what they show; AppIDs and secrets never change. */
export const demoApp = {
  /** 数据助手 itself: the app whose people sign in. */
  assistant: {
    appid: 'wx4d1c7a90be52f386',
    secret: '5b0e6f3c9a7d41e28c64f1b7d0a93e52',
    kind: 'miniprogram',
    name: '数据助手',
    traffic: { ...flowers, firstDay: '2024-02-26', visitors: 60, holidays: 'office', pages: assistantPages },
  },
  /** Big, with history. */
  freshShop: {
    appid: 'wx8f2e61d0c3a94b75',
    secret: 'c41f0a7be2d95836471d9c0e8ba6f325',
    kind: 'miniprogram',
    name: '青禾生鲜到家',
    traffic: freshShop,
  },
  /** Young. */
  cafe: {
    appid: 'wx1b90c7e4d82f5a36',
    secret: '0e7d3b59a1c8f4620d5be9137f8ca264',
    kind: 'miniprogram',
    name: '山脚咖啡',
    traffic: cafe,
  },
  /** Small. */
  flowers: {
    appid: 'wxa35d07f91c6be248',
    secret: '93b6e0c2f57a481d6e09d3c8b1f4a752',
    kind: 'miniprogram',
    name: '小许花店',
    traffic: flowers,
  },
  /** Every trap. */
  bus: {
    appid: 'wx6e04b8a2f7d1935c',
    secret: 'd7a8240f1b6e93c5e2f708419b3dc6a5',
    kind: 'miniprogram',
    name: '岭南公交到站',
    traffic: bus,
  },
  /** Released, and nobody came. */
  silent: {
    appid: 'wxd29f5c6107e8b3a4',
    secret: '6c1e9f07d4b8a3520f7e6d1c9b42a835',
    kind: 'miniprogram',
    name: '邻里书架',
    traffic: null,
  },
  /** 61502. */
  game: {
    appid: 'wx70b3ea18d5c4f296',
    secret: 'a90c5d7e1f3b28460e9d7c5b1a3f8264',
    kind: 'minigame',
    name: '弹弹小岛',
  },
  /** 40243. */
  secretFrozen: {
    appid: 'wxe5a7103c9f2d8b64',
    secret: '28f6b0d4e9c1a7350b8e4f6d2c9a1753',
    kind: 'miniprogram',
    name: '旧巷洗衣',
    secretFrozen: true,
    traffic: { ...flowers, firstDay: '2024-09-02', visitors: 310 },
  },
  /** 50007. */
  accountFrozen: {
    appid: 'wx3c8d62f0a1e7b594',
    secret: 'f15b7c9e03d2a84661c0e7f9b5d3a284',
    kind: 'miniprogram',
    name: '极速团购券',
    accountFrozen: true,
  },
  /** 40164. */
  addressRefused: {
    appid: 'wx92e7b14d60c3fa85',
    secret: '4ad09c6e8b1f7352e6c0d9471b5f8a23',
    kind: 'miniprogram',
    name: '云上健身',
    ipWhitelist: ['198.51.100.20'],
    traffic: { ...flowers, firstDay: '2024-04-15', visitors: 540 },
  },
  /** Ended last summer: long history, nothing lately. */
  ended: {
    appid: 'wx0fd58c3b7a61e92d',
    secret: 'b83f1e5d7096c4a2d1f8e0b7c5369a41',
    kind: 'miniprogram',
    name: '半页读书',
    traffic: reading,
  },
} satisfies Record<string, SandboxApp>

/** All of them. */
export const demoApps: readonly SandboxApp[] = Object.values(demoApp)
