/**
 * An emulator of api.weixin.qq.com with demo apps. It shares no code with the client in `server/adapters/wechat`, so that
 * a mistake in one shows against the other. For tests, benches and the demo; never in a production bundle.
 */
export { dayOf, startOf } from './calendar.ts'
export { demoApp, demoApps } from './demo/apps.ts'
export type { SandboxFault } from './desks/faults.ts'
export { createSandbox, type SandboxCore } from './sandbox.ts'
export { startSandbox } from './socket.ts'
export type { PageModel, TrafficModel } from './traffic/model.ts'
export type { CodeRequest, FaultBoard, Sandbox, SandboxApp, SandboxCall, SandboxKind, SandboxOptions } from './types.ts'
export { type Crowd, createCrowd, type Send } from './visitors/crowd.ts'
