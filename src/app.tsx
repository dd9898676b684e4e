import './app.css'
import type { PropsWithChildren } from 'react'
import { ColorModeProvider } from '@/ui'

/** The frame of every page; providers are added here. */
export default function App({ children }: PropsWithChildren) {
  return <ColorModeProvider>{children}</ColorModeProvider>
}
