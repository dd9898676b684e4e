/** Whether WeChat can bring messages to who looks here. */
export const subscribesHere: boolean = false

/** Asks for one message of each template; answers those that were allowed, null where messages are switched off. */
export async function askForMessages(_templateIds: readonly string[]): Promise<string[] | null> {
  return []
}
