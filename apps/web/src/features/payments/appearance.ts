import type { Appearance } from '@stripe/stripe-js'

/** Stripe's names for Gavel's colours. */
const COLOURS = {
  colorPrimary: '--color-accent',
  colorBackground: '--color-raised',
  colorText: '--color-ink',
  colorTextSecondary: '--color-muted',
  colorTextPlaceholder: '--color-muted',
  colorDanger: '--color-bad',
} as const

/** `color(srgb 0.5 0.25 1 / 0.5)`, as a browser tells a mixed colour, as `rgb(128, 64, 255)`: Stripe reads no newer notation. Null for anything else. */
export function rgbOf(computed: string): string | null {
  const [, r, g, b] = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ [\d.]+)?\)$/.exec(computed) ?? []
  if (r === undefined || g === undefined || b === undefined) return null
  const byte = (part: string) => Math.round(255 * Math.min(1, Math.max(0, Number(part))))
  return `rgb(${byte(r)}, ${byte(g)}, ${byte(b)})`
}

/** What Stripe's fields look like in this place of the page now, by day or by night. */
export function appearanceIn(place: HTMLElement): Appearance {
  const probe = document.createElement('span')
  place.append(probe)
  const { colorScheme } = getComputedStyle(place)
  const variables: Record<string, string> = {}
  for (const [name, token] of Object.entries(COLOURS)) {
    probe.style.color = `color-mix(in srgb, var(${token}), var(${token}))`
    const colour = rgbOf(getComputedStyle(probe).color)
    if (colour !== null) variables[name] = colour
  }
  probe.remove()
  return {
    theme: colorScheme === 'dark' ? 'night' : 'stripe',
    variables: {
      ...variables,
      fontFamily: 'Inter, ui-sans-serif, system-ui, sans-serif',
      fontSizeBase: '16px',
      borderRadius: '6px',
    },
  }
}
