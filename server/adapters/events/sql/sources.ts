import { sourceScenes } from '../../../../src/contract/source-scenes.ts'
import { OTHER_SOURCE } from '../../../../src/contract/sources.ts'

const cases = (scene: string) =>
  Object.entries(sourceScenes)
    .filter(([, scenes]) => scenes.length > 0)
    .map(([source, scenes]) => `when ${scene} in (${scenes.join(', ')}) then ${source}`)

/** The access source that WeChat counts a scene in; 其他 where it lists none, or none was told. */
export const sourceOf = (scene: string): string => `case ${cases(scene).join(' ')} else ${OTHER_SOURCE} end`
