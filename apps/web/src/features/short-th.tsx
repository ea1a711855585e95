import { Th } from '@gavel/ui'

/** The head of a column of figures: a short form, with what it means for whoever asks. */
export function ShortTh({ short, name }: { short: string; name: string }) {
  return (
    <Th numeric>
      <abbr title={name} className="no-underline">
        {short}
      </abbr>
    </Th>
  )
}
