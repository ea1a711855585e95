import type { Ref, RefCallback } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

const known = new WeakSet<Field>()

/**
 * A field's ref that keeps what a person, or a password manager, wrote before the page's script had loaded. Whatever takes the field over puts
 * its own default there, so the words are written again, and heard of as if they were typed now.
 */
export const keepTyped =
  <E extends Field>(ref: Ref<E> | undefined): RefCallback<E> =>
  (element) => {
    const early = element && !known.has(element) && element.value !== element.defaultValue ? element.value : null
    if (element) known.add(element)
    if (typeof ref === 'function') ref(element)
    else if (ref) ref.current = element
    if (!element || early === null || element.value === early) return
    // React knows the value that it set last by the element's own property; only the prototype's writes past it.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, early)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }
