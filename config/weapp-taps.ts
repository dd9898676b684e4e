import type { IPluginContext } from '@tarojs/service'

/** The attributes of an element, each an expression of a template. */
type Attributes = Record<string, string>

interface WeappPlatform {
  template: { createMiniComponents: (components: Record<string, Attributes>) => Record<string, Attributes> }
}

const isHandler = (name: string) => /^(bind|catch)/.test(name)

const ofEveryTap = (view: Attributes): Attributes => ({
  ...view,
  class: "'da-tap '+(i.cl||'')",
  'aria-role': `${view['aria-role'] ?? "''"}||'button'`,
  'hover-class': "'da-press'",
  'hover-stay-time': '80',
})

/**
 * What every `Tap` of `elements.weapp.tsx` is stands in the template and not in the data of each, since only a Tap has a handler on a view:
 * a list of buttons costs half as much to send to the screen.
 */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn({ template }: WeappPlatform) {
      const create = template.createMiniComponents.bind(template)
      template.createMiniComponents = components => {
        const made = create(components)
        const { view, 'click-view': clickView } = made
        if (!view || !clickView) return made
        const still = Object.fromEntries(Object.entries(view).filter(([name]) => !isHandler(name)))
        return { ...made, view: ofEveryTap(view), 'click-view': ofEveryTap({ ...still, ...clickView }) }
      }
    },
  })
}
