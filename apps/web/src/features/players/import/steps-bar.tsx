import { cn } from '@gavel/ui'
import { Check } from 'lucide-react'
import type { Step } from './use-import.ts'

const WORDS: Record<Exclude<Step, 'report'>, string> = { file: 'File', columns: 'Columns', rows: 'Rows' }

type StepsBarProps = { step: Step; open: (step: Step) => boolean; onGo: (step: Step) => void }

/** Where the import stands. Steps that lie behind can be gone back to. */
export function StepsBar({ step, open, onGo }: StepsBarProps) {
  const steps = Object.entries(WORDS) as [Exclude<Step, 'report'>, string][]
  const at = step === 'report' ? steps.length : steps.findIndex(([id]) => id === step)
  return (
    <nav aria-label="Steps of the import">
      <ol className="grid grid-cols-3 gap-2">
        {steps.map(([id, words], index) => {
          const here = index === at
          const done = index < at
          const face = (
            <>
              <span
                aria-hidden
                className={cn(
                  'grid size-6 shrink-0 place-items-center rounded-full border text-xs tabular-nums',
                  here && 'border-accent bg-accent text-on-accent',
                  done && 'border-ink',
                )}
              >
                {done ? <Check className="size-3.5" /> : index + 1}
              </span>
              {words}
            </>
          )
          const look = cn(
            'flex min-h-11 w-full items-center gap-2 border-t-2 text-sm font-semibold',
            here ? 'border-accent text-ink' : done ? 'border-ink text-ink' : 'border-line text-muted',
          )
          return (
            <li key={id} aria-current={here ? 'step' : undefined}>
              {open(id) && !here ? (
                <button type="button" className={look} onClick={() => onGo(id)}>
                  {face}
                </button>
              ) : (
                <span className={look}>{face}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
