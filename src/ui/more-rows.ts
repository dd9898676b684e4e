import { useState } from 'react'

/** How many rows a table shows: `first`, and as many more with each call. Another question begins anew, or its answer would be as long as the last. */
export function useMoreRows(first: number, question: string): { count: number; more: () => void } {
  const [held, setHeld] = useState({ question, count: first })
  if (held.question !== question) setHeld({ question, count: first })
  return { count: held.count, more: () => setHeld({ question, count: held.count + first }) }
}
