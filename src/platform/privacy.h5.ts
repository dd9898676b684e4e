/** Whether WeChat gives names and pictures only to who agreed to its privacy guide. */
export const guardsPrivacy: boolean = false

/** Whether the person has still to agree before WeChat gives a name or a picture. */
export async function needsConsent(): Promise<boolean> {
  return false
}

/** Asks for the agreement; false when it is refused. */
export async function askConsent(): Promise<boolean> {
  return true
}

/** Shows the privacy guide of this mini program. */
export function openPrivacyGuide(): void {}
