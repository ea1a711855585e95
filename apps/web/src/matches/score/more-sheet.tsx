import type { ScoredSport } from '@gavel/scoring'
import { Dialog } from '@gavel/ui'
import type { ReactNode } from 'react'
import type { PadAction } from './actions.ts'
import { PadKey } from './pad-key.tsx'

type MoreSheetProps<Id extends ScoredSport> = {
  actions: readonly PadAction<Id>[]
  /** Why an action cannot be, or null. */
  off: (action: PadAction<Id>) => string | null
  pick: (action: PadAction<Id>) => void
  close: () => void
  title?: string
  /** What concerns the match as a whole. */
  children?: ReactNode
}

/** Everything that has no key of its own, by what it is about. */
export function MoreSheet<Id extends ScoredSport>({
  actions,
  off,
  pick,
  close,
  title = 'More',
  children,
}: MoreSheetProps<Id>) {
  const groups = [...new Set(actions.map(({ group }) => group))]
  return (
    <Dialog open onOpenChange={(open) => !open && close()} from="foot" title={title} className="mx-auto max-w-2xl">
      <div className="grid gap-4">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className="mb-1.5 text-sm text-muted">{group}</h3>
            <div className="grid grid-cols-2 gap-1.5 *:min-w-0 sm:grid-cols-3">
              {actions
                .filter((action) => action.group === group)
                .map((action) => (
                  <PadKey key={action.face} off={off(action)} onPress={() => pick(action)}>
                    {action.face}
                  </PadKey>
                ))}
            </div>
          </section>
        ))}
        {children}
      </div>
    </Dialog>
  )
}
