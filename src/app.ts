import './app.css'
import type { PropsWithChildren } from 'react'

/** The frame of every page; providers are added here. */
export default function App({ children }: PropsWithChildren) {
  return children
}
