import type { PortraitData, PortraitItem } from '../../../src/contract/report-portrait.ts'
import type { DeviceCounts, Devices } from '../../ports/event-reports.ts'
import { shareOf, totalOf } from '../buckets.ts'

const MOST = 20
const UNKNOWN = '未知'

/** WeChat's numbering and names of 终端 where it has them; its 其他 is told apart by ours. */
const platforms: Readonly<Record<string, { id: number | null; name: string }>> = {
  ios: { id: 1, name: 'iPhone' },
  android: { id: 2, name: 'Android' },
  windows: { id: null, name: 'Windows' },
  mac: { id: null, name: 'macOS' },
  ohos: { id: null, name: 'HarmonyOS' },
  devtools: { id: null, name: '开发者工具' },
}

const platformOf = (name: string) => (Object.hasOwn(platforms, name) ? platforms[name] : undefined)

function itemsOf(counts: readonly DeviceCounts[], kind: DeviceCounts['kind']): PortraitItem[] {
  const own = counts.filter(one => one.kind === kind)
  const total = totalOf(own.map(({ people }) => ({ value: people })))
  return own
    .map(({ name, people }) => {
      const named = { id: null, name: name ?? UNKNOWN }
      const known = kind === 'platform' && name !== null ? (platformOf(name) ?? named) : named
      return { ...known, value: people, share: shareOf(people, total) }
    })
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1))
}

/**
 * 用户画像 as far as a device tells it: 终端, 机型 and system, and of which days nobody can tell any more. Who somebody is
 * and where from, only WeChat knows.
 */
export const collectedPortrait = ({ counts, forgotten }: Devices): PortraitData => ({
  province: [],
  city: [],
  genders: [],
  platforms: itemsOf(counts, 'platform'),
  devices: itemsOf(counts, 'model').slice(0, MOST),
  ages: [],
  systems: itemsOf(counts, 'system').slice(0, MOST),
  forgotten,
})
