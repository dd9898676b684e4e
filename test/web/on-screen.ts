import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { DemoPerson } from '../../src/contract/identity.ts'
import { BUILD_TIMEOUT } from '../support/built.ts'
import type { Screen, ScreenOptions } from '../support/screen.ts'
import { type Demo, openDemo } from './demo.ts'

/** The demo of one `describe`, and the screen of each of its tests. */
export interface OnScreen {
  /** Open from the first test on. */
  readonly demo: Demo
  /** The screen of this test: it is closed after it, and a fault that it heard of fails the test. */
  readonly screen: Screen
  /** Signs in and stands on what comes first, on the screen of this test. */
  enter(person: DemoPerson, options?: Partial<ScreenOptions>): Promise<Screen>
}

/** Opens the demo for the tests of a `describe` and closes what they open. */
export function onScreen(): OnScreen {
  let demo: Demo | undefined
  let screen: Screen | undefined
  const there = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('nothing is open yet')
    return one
  }

  beforeAll(async () => {
    demo = await openDemo()
  }, BUILD_TIMEOUT)

  afterEach(async () => {
    const faults = screen?.faults() ?? []
    await screen?.close()
    screen = undefined
    expect(faults).toEqual([])
  })

  afterAll(() => demo?.close())

  return {
    get demo() {
      return there(demo)
    },
    get screen() {
      return there(screen)
    },
    async enter(person, options) {
      screen = await there(demo).enter(person, options)
      return screen
    },
  }
}
