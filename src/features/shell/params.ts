import { useRouter } from '@tarojs/taro'
import { choicesStore } from '../choices/store'

/** A parameter of the page's address, decoded; absent is the empty string. */
export function useParam(name: string): string {
  const value = useRouter().params[name]
  if (value === undefined) return ''
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The app that the page is about: from its address, else the one looked at last. */
export function useAppid(): string {
  const named = useParam('appid')
  return named !== '' ? named : (choicesStore.getState().lastAppid ?? '')
}
