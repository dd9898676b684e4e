import Taro from '@tarojs/taro'

/** Calls back when the app comes to the front or leaves it; answers how to stop. */
export function onVisible(listener: (visible: boolean) => void): () => void {
  const show = () => listener(true)
  const hide = () => listener(false)
  Taro.onAppShow(show)
  Taro.onAppHide(hide)
  return () => {
    Taro.offAppShow(show)
    Taro.offAppHide(hide)
  }
}

/** Calls back when the network comes or goes; answers how to stop. */
export function onOnline(listener: (online: boolean) => void): () => void {
  const heard: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => listener(isConnected)
  Taro.onNetworkStatusChange(heard)
  return () => Taro.offNetworkStatusChange(heard)
}
