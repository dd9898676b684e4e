import { Component, Element as EaselElement } from 'glass-easel'
import type { Faults } from './faults.ts'
import type { Backed } from './raise.ts'

const bound = new WeakMap<EaselElement, Set<string>>()

/**
 * Watches every handler that a template binds. glass-easel says nothing when the page has no such method; here it is a fault,
 * at once and not only when somebody taps.
 */
export function watchHandlers(faults: Faults) {
  const original = EaselElement.prototype.addListener
  EaselElement.prototype.addListener = function (this: EaselElement, type, listener, options) {
    const types = bound.get(this) ?? new Set()
    bound.set(this, types.add(type))
    // glass-easel's development build names each listener after the method that the template asks for
    const host = this.ownerShadowRoot?.getHostNode()
    if (host && listener.name && !Component.getMethod(host, listener.name)) {
      faults.add('handler', `${host.is || 'the page'} binds ${type} to ${listener.name}, and has no such method`)
    }
    return original.call(this, type, listener, options)
  }
}

/** Whether the element or something around it listens to an event. */
export function isHandled(at: Element, type: string): boolean {
  for (let element: Backed | null = at; element; element = element.parentElement) {
    if (element.__wxElement && bound.get(element.__wxElement)?.has(type)) return true
  }
  return false
}
