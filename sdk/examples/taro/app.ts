import { init } from 'data-assistant-sdk'
import type { PropsWithChildren } from 'react'

init({ key: 'wk_example', url: 'https://stats.example.com', consent: 'granted' })

export default function App({ children }: PropsWithChildren) {
  return children
}
