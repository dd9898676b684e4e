import { View } from '@tarojs/components'

export default function HandoffPage() {
  return <View>handoff</View>
}
