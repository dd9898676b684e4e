import type { HostContext } from '../context.ts'
import { dialogs } from './dialogs.ts'
import { files } from './files.ts'
import { navigation } from './navigation.ts'
import { network } from './network.ts'
import { person } from './person.ts'
import { pictures } from './pictures.ts'
import { selectorQuery } from './selector-query.ts'
import { storage } from './storage.ts'
import { system } from './system.ts'

/** Read by bundlers, by `await` and by Taro (which asks whether there is a cloud); no functions of WeChat. */
const NOT_API = /^(webpackJsonp|then|toJSON|constructor|prototype|hasOwnProperty|cloud|__.*)$/

/** `wx`: what the host has of it. Anything else that the mini program reads is a fault, except to ask whether it is there. */
export function createWx(host: HostContext, calls: Record<string, number>): object {
  const base: Record<string, unknown> = {
    ...system(host),
    ...storage(host),
    ...network(host),
    ...files(host),
    ...navigation(host),
    ...dialogs(host),
    ...person(host),
    ...selectorQuery(host),
    ...pictures(host),
  }
  for (const name of host.settings.absent) delete base[name]
  base.canIUse = (name: string) => name.split('.')[0] !== undefined && (name.split('.')[0] ?? '') in base
  for (const [name, value] of Object.entries(base)) {
    if (typeof value === 'function') base[name] = counted(name, value as (...args: unknown[]) => unknown, calls)
  }
  return new Proxy(base, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && !NOT_API.test(name)) {
        host.faults.add('api', `wx.${name} is used, and the host knows no such function`)
      }
      return Reflect.get(target, name)
    },
  })
}

const counted =
  (name: string, run: (...args: unknown[]) => unknown, calls: Record<string, number>) =>
  (...args: unknown[]) => {
    calls[name] = (calls[name] ?? 0) + 1
    return run(...args)
  }
