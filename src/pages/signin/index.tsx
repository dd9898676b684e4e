import { View } from '@tarojs/components'

export default function SigninPage() {
  return <View>signin</View>
}
