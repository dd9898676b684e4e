import { useState } from 'react'
import { call } from '@/api'
import { queryClient } from '@/api/query-client'
import { useLocale } from '../language/text'
import { openApp } from '../shell/routes'
import { type BindingFaults, type BindingForm, checkForm, emptyForm, faultsOf, isFine, noFaults, tidy } from './model'

/** The form's state and what a press on the button does. */
export function useBinding() {
  const locale = useLocale()
  const [form, setForm] = useState<BindingForm>(emptyForm)
  const [faults, setFaults] = useState<BindingFaults>(noFaults)
  const [busy, setBusy] = useState(false)

  const change = <N extends keyof BindingForm>(name: N, value: BindingForm[N]) => {
    setForm(before => ({ ...before, [name]: value }))
    setFaults(({ fields: { [name]: _, ...fields } }) => ({ ...noFaults, fields }))
  }

  const submit = async () => {
    if (busy) return
    const tidied = tidy(form)
    const found = checkForm(tidied, locale)
    setFaults(found)
    if (!isFine(found)) return
    setBusy(true)
    try {
      const { appid } = await call('bindApp', { body: tidied })
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'apps' })
      openApp(appid)
    } catch (error) {
      setFaults(faultsOf(error, locale))
      setBusy(false)
    }
  }

  return { form, faults, busy, change, submit }
}
