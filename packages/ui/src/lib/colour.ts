/** A colour in OKLCH: lightness 0 to 1, chroma 0 to about 0.37, hue in degrees. */
export type Oklch = { l: number; c: number; h: number }

type LinearRgb = readonly [number, number, number]

function toLinearRgb({ l, c, h }: Oklch): LinearRgb {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

const inGamut = (rgb: LinearRgb) => rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005)

/** The same lightness and hue with as much of the chroma as a common screen can show. */
export function intoGamut(colour: Oklch): Oklch {
  if (inGamut(toLinearRgb(colour))) return colour
  let low = 0
  let high = colour.c
  for (let step = 0; step < 16; step += 1) {
    const c = (low + high) / 2
    if (inGamut(toLinearRgb({ ...colour, c }))) low = c
    else high = c
  }
  return { ...colour, c: low }
}

/** Relative luminance by WCAG 2, 0 (black) to 1 (white). */
export function luminance(colour: Oklch): number {
  const [r, g, b] = toLinearRgb(intoGamut(colour)).map((channel) => Math.min(1, Math.max(0, channel))) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio by WCAG 2, 1 to 21. */
export function contrast(one: Oklch, other: Oklch): number {
  const a = luminance(one)
  const b = luminance(other)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Reads `#rgb` or `#rrggbb`; anything else is no colour and gives `null`. */
export function parseHex(hex: string): Oklch | null {
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim())
  const digits = match?.[1]
  if (!digits) return null
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const yellow = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  return { l, c: Math.hypot(a, yellow), h: ((Math.atan2(yellow, a) * 180) / Math.PI + 360) % 360 }
}

/** The colour as CSS reads it. */
export function toCss({ l, c, h }: Oklch): string {
  return `oklch(${round(l)} ${round(c)} ${round(h, 1)})`
}

const round = (value: number, places = 4) => Number(value.toFixed(places))
