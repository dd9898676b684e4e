import { type RefObject, useEffect, useRef } from 'react'

const reachable = 'button:not([disabled]), input:not([disabled]), [href], [tabindex="0"]'

/** While open: the focus stays inside the element with this id, Escape closes, and afterwards the focus is where it was. */
export function useDialog(id: string, open: boolean, onClose: () => void): void {
  const close = useLatest(onClose)
  useEffect(() => {
    if (!open) return
    const dialog = document.getElementById(id)
    const before = document.activeElement
    dialog?.querySelector<HTMLElement>(reachable)?.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && dialog) keepInside(dialog, event)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [id, open, close])
}

function keepInside(dialog: HTMLElement, event: KeyboardEvent) {
  const all = [...dialog.querySelectorAll<HTMLElement>(reachable)]
  const first = all[0]
  const last = all[all.length - 1]
  const here = document.activeElement
  const outside = !dialog.contains(here)
  if (event.shiftKey && (here === first || outside)) {
    event.preventDefault()
    last?.focus()
  } else if (!event.shiftKey && (here === last || outside)) {
    event.preventDefault()
    first?.focus()
  }
}

function useLatest<T>(value: T): RefObject<T> & { current: T } {
  const latest = useRef(value)
  latest.current = value
  return latest
}
