import { useState } from 'react'
import { call } from '@/api'
import { useLocale, useText } from '../language/text'
import { keepUser } from '../session/sign-in'
import { changesOf, checkForm, faultsOf, formOf, isFine, noFaults, type ProfileFields } from './model'
import type { AvatarInput } from './use-avatar'

/** The form's state and what a press on 保存 does. */
export function useProfileForm({ me, onSaved, tell }: AvatarInput) {
  const { profile } = useText()
  const locale = useLocale()
  const [form, setForm] = useState(() => formOf(me))
  const [faults, setFaults] = useState(noFaults)
  const [isBusy, setBusy] = useState(false)
  const changes = changesOf(me, form)
  const isSame = Object.keys(changes).length === 0

  const change = (name: keyof ProfileFields, value: string) => {
    setForm(before => ({ ...before, [name]: value }))
    setFaults(({ fields: { [name]: _, ...fields } }) => ({ fields, form: null }))
  }

  const save = async () => {
    if (isBusy || isSame) return
    const found = checkForm(form, locale)
    setFaults(found)
    if (!isFine(found)) return
    setBusy(true)
    try {
      const saved = await call('updateMe', { body: changes })
      setForm(formOf(saved))
      keepUser(saved)
      await onSaved()
      tell({ text: profile.saved })
    } catch (error) {
      setFaults(faultsOf(error, locale))
    } finally {
      setBusy(false)
    }
  }

  return { form, faults, isBusy, isSame, change, save }
}
