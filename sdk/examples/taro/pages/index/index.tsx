import { Button } from '@tarojs/components'
import { useDidShow, useShareAppMessage } from '@tarojs/taro'
import { identify, track } from 'data-assistant-sdk'

/** Nothing to do for launch, view and leave: pages of Taro are pages of WeChat. */
export default function Index() {
  useDidShow(() => identify({ openid: 'o-of-your-server' }))
  useShareAppMessage(() => ({ title: '小店' }))
  return <Button onClick={() => track('pay', { item: 7 })}>付款</Button>
}
