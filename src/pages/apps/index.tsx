import { View } from '@tarojs/components'

export default function AppsPage() {
  return <View>apps</View>
}
