import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Admission } from '../../../server/http/admission.ts'

const FULL = 64
const CROWD = 256
const MEGABYTE = 1024 * 1024

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function full() {
  const admission = new Admission(1000)
  for (let one = 0; one < FULL; one++) expect(admission.enter(100)).toBe(true)
  return admission
}

/** What has been told of waiting ones so far. */
function hear(...waiting: (boolean | Promise<boolean>)[]) {
  const told: (boolean | null)[] = waiting.map(() => null)
  waiting.forEach((one, index) => {
    void Promise.resolve(one).then(isAdmitted => {
      told[index] = isAdmitted
    })
  })
  return async () => {
    await vi.advanceTimersByTimeAsync(0)
    return told
  }
}

describe('admission', () => {
  it('lets the next in when one leaves, in the order of their coming', async () => {
    const admission = full()
    const told = hear(admission.enter(100), admission.enter(100))
    expect(await told()).toEqual([null, null])
    admission.leave(100)
    expect(await told()).toEqual([true, null])
  })

  it('sends away who waited long enough, and counts them no more', async () => {
    const admission = full()
    const told = hear(admission.enter(100))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await told()).toEqual([false])
    admission.leave(100)
    expect(admission.enter(100)).toBe(true)
  })

  it('counts a large body as several', async () => {
    const admission = new Admission()
    for (let one = 0; one < 4; one++) expect(admission.enter(240 * 1024)).toBe(true)
    const told = hear(admission.enter(100))
    expect(await told()).toEqual([null])
    admission.leave(240 * 1024)
    expect(await told()).toEqual([true])
  })

  it('lets in alone what is larger than all', async () => {
    const admission = new Admission()
    expect(admission.enter(MEGABYTE)).toBe(true)
    const told = hear(admission.enter(MEGABYTE), admission.enter(100))
    expect(await told()).toEqual([null, null])
    admission.leave(MEGABYTE)
    expect(await told()).toEqual([true, null])
  })

  it('lets nobody pass who came after one that waits', async () => {
    const admission = new Admission()
    admission.enter(256 * 1024)
    const told = hear(admission.enter(MEGABYTE), admission.enter(100))
    admission.leave(256 * 1024)
    expect(await told()).toEqual([true, null])
  })

  it.each([
    { waiting: CROWD + FULL, beside: 8 },
    { waiting: CROWD - 1, beside: FULL },
  ])('lets $beside in of $waiting that wait while somebody reads, and more when the reader is gone', async row => {
    const admission = full()
    const told = hear(...Array.from({ length: row.waiting }, () => admission.enter(100)))
    const admitted = async () => (await told()).filter(isAdmitted => isAdmitted).length
    admission.enterReading()
    for (let one = 0; one < FULL; one++) admission.leave(100)
    expect(await admitted()).toBe(row.beside)
    admission.leaveReading()
    expect(await admitted()).toBe(FULL)
  })

  it('lets all in beside a reader while nobody waits', () => {
    const admission = new Admission()
    admission.enterReading()
    const entered = Array.from({ length: FULL }, () => admission.enter(100))
    expect(entered).toEqual(entered.map(() => true))
  })

  it('refuses at once what would make the waiting ones heavier than the memory for them', () => {
    const admission = full()
    for (let one = 0; one < 32; one++) void admission.enter(MEGABYTE)
    expect(admission.enter(1)).toBe(false)
  })
})
