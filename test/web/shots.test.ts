import { describe, expect, it, vi } from 'vitest'
import { type Scene, STATES, TARGETS } from './pictures/scene.ts'
import { ABSENT, scenesOf } from './pictures/scenes.ts'

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

vi.stubGlobal('defineAppConfig', (config: AppConfig) => config)
const app = (await import('../../src/app.config.ts')).default as unknown as AppConfig
const pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`))]
const scenes = scenesOf('handoff', 'card')

/** The scenes of a page; what a tap opens on it has a name that is longer. */
const scenesAt = (page: string): Scene[] => scenes.filter(({ path }) => path.split('?')[0] === `/${page}`)
const nameOf = (page: string): string =>
  scenesAt(page)
    .map(({ page }) => page)
    .sort((one, other) => one.length - other.length)[0] ?? page

const wanted = pages.flatMap(page =>
  STATES.flatMap(state => TARGETS.map(target => ({ page, name: nameOf(page), state, target }))),
)

describe('the pictures', () => {
  it.each(wanted)(
    'show $name $state on $target, or say why there is no such thing',
    ({ page, name, state, target }) => {
      const isTaken = scenesAt(page).some(scene => scene.state === state && (scene.only ?? target) === target)
      const isAbsent = `${name} ${state}` in ABSENT || `${name} ${state} ${target}` in ABSENT
      expect([isTaken, isAbsent]).toContain(true)
    },
  )

  it('say of no state that it is absent which is there', () => {
    const taken = scenes.flatMap(({ page, state, only }) =>
      only === undefined
        ? [`${page} ${state}`, ...TARGETS.map(target => `${page} ${state} ${target}`)]
        : [`${page} ${state} ${only}`],
    )
    expect(Object.keys(ABSENT).filter(what => taken.includes(what))).toEqual([])
  })
})
