import { sourceScenes } from '../../../src/contract/source-scenes.ts'
import { OTHER_SOURCE } from '../../../src/contract/sources.ts'
import { addBuckets, type Bucket } from '../buckets.ts'

const keys = new Map(
  Object.entries(sourceScenes).flatMap(([key, scenes]) => scenes.map(scene => [scene, Number(key)] as const)),
)

/** The access source that WeChat counts a scene in; 其他 where it lists none, or none was told. */
export const sourceOfScene = (scene: number | null): number =>
  scene === null ? OTHER_SOURCE : (keys.get(scene) ?? OTHER_SOURCE)

/** Numbers by scene as numbers by source, largest first. */
export const bucketsBySource = (rows: readonly { scene: number | null; value: number }[]): Bucket[] =>
  addBuckets([rows.map(({ scene, value }) => ({ key: sourceOfScene(scene), value }))])
