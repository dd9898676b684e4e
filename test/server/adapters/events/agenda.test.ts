import { expect, it } from 'vitest'
import { Agenda } from '../../../../server/adapters/events/agenda.ts'

function counted(agenda: Agenda, now: number): number[] {
  const due = agenda.due(now)
  agenda.counted(due, now)
  return due
}

it('makes 1 and 5 minutes at once, 10 to 60 every 15 seconds, the day every minute, while events come', () => {
  const agenda = new Agenda(0)
  expect(counted(agenda, 0)).toEqual([1, 5, 10, 30, 60, 1440])
  const made = [400, 14_999, 15_000, 30_000, 59_999, 60_000].map(now => {
    agenda.touch()
    return counted(agenda, now)
  })
  expect(made).toEqual([
    [1, 5],
    [1, 5],
    [1, 5, 10, 30, 60],
    [1, 5, 10, 30, 60],
    [1, 5, 10, 30, 60],
    [1, 5, 1440],
  ])
})

it('is due for what waits though nothing more comes, and then for nothing but the hourly sweep', () => {
  const agenda = new Agenda(0)
  counted(agenda, 0)
  agenda.touch()
  expect(counted(agenda, 400)).toEqual([1, 5])
  expect(agenda.nextAt).toBe(15_000)
  counted(agenda, 15_000)
  expect(agenda.nextAt).toBe(60_000)
  counted(agenda, 60_000)
  expect(agenda.nextAt).toBe(3_600_000)
  expect(agenda.isSweepDue(3_600_000)).toBe(true)
  agenda.swept(3_600_000)
  expect(agenda.isSweepDue(3_600_001)).toBe(false)
})
