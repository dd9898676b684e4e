import { scopes } from '@/contract/scopes'
import { Box } from '@/platform/elements'
import { Chips, Segmented } from '@/ui'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { endChoices, presetOf, presetScopes, scopePresets, type Terms, toggled } from './terms-model'

/** What a grant opens and until when: presets, each section, and the ends that people choose. */
export function TermsFields({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  const { grants, access } = useText()
  const locale = useLocale()
  const now = useNow()
  const ends = endChoices(terms.expiresAt, now, locale)
  const onScope = (id: string) => {
    const scope = scopes.find(one => one === id)
    if (scope !== undefined) onChange({ ...terms, scopes: toggled(terms.scopes, scope) })
  }
  const onEnd = (id: string) => {
    const end = ends.find(one => one.id === id)
    if (end !== undefined) onChange({ ...terms, expiresAt: end.expiresAt })
  }
  return (
    <Box className="da-terms">
      <Segmented
        full
        label={grants.presets}
        options={scopePresets.map(id => ({ id, text: grants.preset[id] }))}
        value={presetOf(terms.scopes) ?? 'none'}
        onChange={preset => {
          if (preset !== 'none') onChange({ ...terms, scopes: presetScopes[preset] })
        }}
      />
      <Chips
        kind="several"
        label={grants.sections}
        options={scopes.map(id => ({ id, text: access.scopes[id], isOn: terms.scopes.includes(id) }))}
        onPress={onScope}
      />
      <Box tag="span" className="da-terms-l">
        {grants.until}
      </Box>
      <Chips kind="one" label={grants.until} options={ends} onPress={onEnd} />
    </Box>
  )
}
