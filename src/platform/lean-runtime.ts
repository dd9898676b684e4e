import { hooks } from '@tarojs/shared'

interface NodeData {
  /** Name of the template. */
  nn?: string
  /** Child nodes. */
  cn?: unknown[]
}

interface ViewNode {
  nodeName: string
  props: Record<string, unknown>
  isAnyEventBinded: () => boolean
}

// What says nothing is not sent to the screen (`config/weapp-texts.ts`). The platform's own answer to this hook serves page-meta, which no page has.
hooks.tap('transferHydrateData', (data: NodeData, node: ViewNode) => {
  if (node.nodeName !== 'view') return
  if (data.cn?.length === 0) delete data.cn
  if (!node.isAnyEventBinded() && node.props.catchMove === undefined) delete data.nn
})
