import type { Locale } from './identity'

/** WeChat's labels of the stay buckets, by their key; 20 s, 30 s and 50 s stand in two labels officially. */
export const stayLabels: Readonly<Record<number, string>> = {
  1: '0-2s',
  2: '3-5s',
  3: '6-10s',
  4: '11-20s',
  5: '20-30s',
  6: '30-50s',
  7: '50-100s',
  8: '>100s',
}

/** Labels of the depth buckets, by their key; the Chinese ones are WeChat's. */
export const depthLabels: Record<Locale, Readonly<Record<number, string>>> = {
  'zh-CN': { 1: '1页', 2: '2页', 3: '3页', 4: '4页', 5: '5页', 6: '6-10页', 7: '>10页' },
  en: { 1: '1 page', 2: '2 pages', 3: '3 pages', 4: '4 pages', 5: '5 pages', 6: '6-10 pages', 7: '>10 pages' },
}
