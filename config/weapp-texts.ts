import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { getComponentsAlias } from '@tarojs/shared'

/** Every element of a platform template that is `view` on the screen. */
const VIEWS = new Set(['view', 'static-view', 'pure-view', 'click-view', 'catch-view'])

interface WeappPlatform {
  runtimePath: string | string[]
  template: {
    internalComponents: Record<string, Record<string, string>>
    modifyTemplateResult: (template: string, element: string, level: number, children: string) => string
    buildXSTmplName: () => string
    buildBaseComponentTemplate: (extension: string) => string
  }
}

/**
 * What a view costs to send. Its words are a property `v` (`elements.weapp.tsx`) and no node of their own; what says nothing is left away
 * by `lean-runtime.ts`: an empty list of children, and the name of the most usual template. A table weighs half as much.
 */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: WeappPlatform) {
      const { template } = platform
      const usual = () => {
        const alias: Record<string, { _num: string }> = getComponentsAlias(template.internalComponents)
        return `'${alias['static-view']?._num}'`
      }

      const modify = template.modifyTemplateResult
      template.modifyTemplateResult = (result, element, level, children) => {
        const made = modify(result, element, level, children)
        if (!VIEWS.has(element)) return made
        const loop = children.trim().replace('{{i.cn}}', '{{i.cn||[]}}')
        return made.replace(children, `{{i.v||''}}${loop}`)
      }
      const nameTemplate = template.buildXSTmplName.bind(template)
      template.buildXSTmplName = () => nameTemplate().replace('{', `{\n    n = n || ${usual()}`)
      const buildComponent = template.buildBaseComponentTemplate
      template.buildBaseComponentTemplate = extension =>
        buildComponent(extension).replace("'tmpl_0_' + i.nn", `'tmpl_0_' + (i.nn||${usual()})`)

      platform.runtimePath = [platform.runtimePath, path.resolve('src/platform/lean-runtime.ts')].flat()
    },
  })
}
