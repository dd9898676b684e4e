import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetGivenUp, givingUp, leaveGone } from '../../../src/features/shell/given-up.ts'

const APP = 'wxfeedface00000001'
const leave = vi.fn()

beforeEach(() => {
  forgetGivenUp(APP)
  leave.mockClear()
})

/** A deed that somebody else ends. */
function deed() {
  let resolve = () => {}
  let reject = (_: Error) => {}
  const promise = new Promise<void>((done, failed) => {
    resolve = done
    reject = failed
  })
  return { run: () => promise, resolve, reject }
}

describe('an app that is gone', () => {
  it('is left with a sentence', () => {
    leaveGone(APP, leave)
    expect(leave).toHaveBeenCalledOnce()
  })

  it('is left without one by whoever gave it up, before and after the deed is done', async () => {
    const { run, resolve } = deed()
    const giving = givingUp(APP, run)
    leaveGone(APP, leave)
    resolve()
    await giving
    leaveGone(APP, leave)
    expect(leave).not.toHaveBeenCalled()
  })

  it('is left after all when the deed failed and it is gone all the same, and the failure is told', async () => {
    const { run, reject } = deed()
    const giving = givingUp(APP, run)
    leaveGone(APP, leave)
    reject(new Error('the answer was lost'))
    await expect(giving).rejects.toThrow('lost')
    expect(leave).toHaveBeenCalledOnce()
  })

  it('is left with a sentence once the deed failed before', async () => {
    await expect(givingUp(APP, () => Promise.reject(new Error('offline')))).rejects.toThrow('offline')
    leaveGone(APP, leave)
    expect(leave).toHaveBeenCalledOnce()
  })

  it('is another matter than one that was given up and came back', async () => {
    await givingUp(APP, async () => undefined)
    forgetGivenUp(APP)
    leaveGone(APP, leave)
    expect(leave).toHaveBeenCalledOnce()
  })
})
