const nothing = () => {}
/** Apps that the person gives up by hand, each with the way out that somebody wanted to take meanwhile. */
const givenUp = new Map<string, () => void>()

/**
 * Does what gives an app up. Nobody need say that it is out of sight then; where the deed fails, or its answer is lost, though
 * the app is gone, the way out is taken after all.
 * @throws what the deed throws
 */
export async function givingUp(appid: string, deed: () => Promise<unknown>): Promise<void> {
  givenUp.set(appid, nothing)
  try {
    await deed()
  } catch (error) {
    const leave = givenUp.get(appid)
    givenUp.delete(appid)
    leave?.()
    throw error
  }
}

/** Takes the way out of an app that is gone, unless the person is giving it up. */
export function leaveGone(appid: string, leave: () => void): void {
  if (givenUp.has(appid)) givenUp.set(appid, leave)
  else leave()
}

/** An app that is seen is not given up. */
export function forgetGivenUp(appid: string): void {
  givenUp.delete(appid)
}
