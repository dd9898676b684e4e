import { useEffect, useState } from 'react'

/** True once `on` has held for `wait` ms: a skeleton that would only flash is never shown. */
export function useDelayed(on: boolean, wait = 200): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) {
      setLate(false)
      return
    }
    const timer = setTimeout(() => setLate(true), wait)
    return () => clearTimeout(timer)
  }, [on, wait])
  return on && late
}
