import Taro from '@tarojs/taro'

/** Whether WeChat can bring messages to who looks here. */
export const subscribesHere: boolean = true

/** WeChat takes so many at a time. */
const MOST = 5
/** The person has switched all messages of this mini program off. */
const SWITCHED_OFF = 20004

type Option = Parameters<typeof Taro.requestSubscribeMessage>[0]

/** Asks for one message of each template; answers those that were allowed, null where messages are switched off. To be called in a tap. */
export async function askForMessages(templateIds: readonly string[]): Promise<string[] | null> {
  const tmplIds = [...new Set(templateIds)].slice(0, MOST)
  try {
    const answer: Record<string, unknown> = { ...(await Taro.requestSubscribeMessage({ tmplIds } as Option)) }
    // `accept`, or `acceptWithAudio`
    return tmplIds.filter(id => String(answer[id]).startsWith('accept'))
  } catch (error) {
    return (error as { errCode?: number } | null)?.errCode === SWITCHED_OFF ? null : []
  }
}
