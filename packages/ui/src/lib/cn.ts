import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['price', 'price-compact', 'stage-s', 'stage-m', 'stage-l', 'stage-xl'],
      radius: ['card'],
      shadow: ['lift'],
    },
  },
})

/** Joins class names; of two that set the same property, the later one stays. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes))
}
