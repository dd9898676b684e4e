import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import ariaAttributes from '../src/platform/aria-attributes.json'

interface WeappPlatform {
  runtimePath: string | string[]
  template: { mergeComponents: (context: IPluginContext, patch: Record<string, Record<string, string>>) => void }
}

/** Taro's weapp templates drop `aria-role`, `aria-label` and what is chosen; without them a screen reader hears no buttons at all. */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: WeappPlatform) {
      platform.template.mergeComponents(context, ariaAttributes)
      platform.runtimePath = [platform.runtimePath, path.resolve('src/platform/aria-runtime.ts')].flat()
    },
  })
}
