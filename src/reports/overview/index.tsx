import { View } from '@tarojs/components'

export default function OverviewPage() {
  return <View>overview</View>
}
