import { Button, formatMoney } from '@gavel/ui'
import { Minus, Plus } from 'lucide-react'

type AmountStepsProps = {
  /** One step of the grid, in the smallest unit. */
  grid: number
  currency: string
  /** Steps of the grid that one tap adds. */
  adds: readonly number[]
  size?: 'md' | 'lg'
  /** Why there is no way down, or up, or null. */
  least: string | null
  most?: string | null
  onStep: (by: number) => void
}

/** One tap less, or a few steps of the grid more. */
export function AmountSteps({ grid, currency, adds, size = 'lg', least, most = null, onStep }: AmountStepsProps) {
  return (
    <div className="grid grid-cols-4 gap-2">
      <Button
        size={size}
        aria-label={`Less by ${formatMoney(grid, currency)}`}
        disabledReason={least}
        onClick={() => onStep(-1)}
      >
        <Minus aria-hidden className="size-5" />
      </Button>
      {adds.map((add) => (
        <Button key={add} size={size} className="px-1 text-sm" disabledReason={most} onClick={() => onStep(add)}>
          <Plus aria-hidden className="size-4" />
          <span className="sr-only">More by </span>
          {formatMoney(grid * add, currency, 'short')}
        </Button>
      ))}
    </div>
  )
}
