import { cn } from '@gavel/ui'
import { encode } from 'uqr'

type QrCodeProps = {
  /** What it says: an address, as a rule. */
  text: string
  /** What a person who cannot see it is told, such as `QR code for joining Friday Night League`. */
  label: string
  className?: string
}

/** The quiet zone that scanners ask for, in modules. */
const QUIET = 4

/** A QR code as one path, black on white paper in both themes, since scanners know it no other way. It fills its width. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const side = size + 2 * QUIET
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={cn('block aspect-square h-auto w-full rounded-card bg-white print:rounded-none', className)}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(data)} fill="#000" />
    </svg>
  )
}

/** One rectangle for each run of dark modules of a row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  rows.forEach((row, y) => {
    let x = 0
    while (x < row.length) {
      let end = x
      while (row[end]) end += 1
      if (end > x) path += `M${x + QUIET} ${y + QUIET}h${end - x}v1h${x - end}z`
      x = end + 1
    }
  })
  return path
}
