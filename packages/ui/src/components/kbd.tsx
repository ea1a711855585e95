import { cn } from '../lib/cn.ts'

/** A key, printed where it acts, unless there are no keys. For the eye only: the control itself carries `aria-keyshortcuts`. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      aria-hidden
      className={cn(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-card border border-current px-1 font-sans text-xs font-semibold opacity-75 pointer-coarse:hidden',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
