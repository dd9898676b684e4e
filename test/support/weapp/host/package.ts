import type { template } from 'glass-easel'
import type { AppJson, PageJson } from '../package/manifest.ts'
import type { CompiledStyle } from '../package/wxss.ts'

/** A file of the mini program as a function of what it is handed. */
export type ModuleFunction = (...given: unknown[]) => void

/** What the compiled script leaves behind. */
export interface LoadedPackage {
  app: AppJson
  configs: Record<string, PageJson>
  styles: Record<string, CompiledStyle>
  templates: NonNullable<template.ComponentTemplate['groupList']>
  modules: Record<string, ModuleFunction>
}
