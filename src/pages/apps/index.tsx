import { Field, Tap } from '@/platform/elements'

export default function AppsPage() {
  return (
    <>
      <Tap aria-label="x">apps</Tap>
      <Field value="" aria-label="y" onChange={() => undefined} />
    </>
  )
}
