import type { ReactNode } from 'react'

export interface PhotoTapProps {
  className?: string
  disabled?: boolean | undefined
  /** Bytes above which a picture is made smaller, where that can be done. */
  limit: number
  /** The picture that was chosen; null when it could not be read. */
  onPick: (bytes: ArrayBuffer | null) => void
  children: ReactNode
}

/** Width that a picture is made smaller to. px */
export const SMALLER_SIDE = 512
