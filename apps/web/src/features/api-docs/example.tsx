import { Badge } from '@gavel/ui'

/** Text to be copied as it stands. */
export function Example({ text, label }: { text: string; label?: string }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {label ? <Badge className="justify-self-start">{label}</Badge> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto rounded-card bg-sunken p-3 text-sm leading-5">
        {text}
      </pre>
    </div>
  )
}
