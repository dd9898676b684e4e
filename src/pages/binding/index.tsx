import { View } from '@tarojs/components'

export default function BindingPage() {
  return <View>binding</View>
}
