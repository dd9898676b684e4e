import { afterEach, beforeEach, expect } from 'vitest'

/**
 * Silence is part of passing: a warning or an error that no test expected fails the test that made it.
 * A test that expects one spies on `console` itself.
 */
const noisy = ['warn', 'error'] as const
let heard: string[] = []

beforeEach(() => {
  heard = []
  for (const level of noisy) {
    console[level] = (...words: unknown[]) => {
      heard.push(`console.${level}: ${words.map(String).join(' ')}`)
    }
  }
})

afterEach(() => {
  expect(heard, 'unexpected output').toEqual([])
})
