import { View } from '@tarojs/components'

export default function TrendPage() {
  return <View>trend</View>
}
