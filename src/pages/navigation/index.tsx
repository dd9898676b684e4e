import { View } from '@tarojs/components'

export default function NavigationPage() {
  return <View>navigation</View>
}
