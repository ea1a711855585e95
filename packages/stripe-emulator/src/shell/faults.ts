/** What goes wrong on purpose with the next requests of the API. */
export type Fault =
  /** It waits that long before it is done. */
  | { what: 'wait'; ms: number }
  /** It waits until faults are cleared. */
  | { what: 'hold' }
  /** It is refused before it is begun, with Stripe's body for that status. */
  | { what: 'refuse'; status: 409 | 429 | 500 | 503 }
  /** It breaks before it is begun. */
  | { what: 'lose-request' }
  /** It is done, and its answer is lost. */
  | { what: 'lose-answer' }

/** A fault for a number of requests whose path begins so. */
type Planned = { fault: Fault; times: number; path: string }
export type Faults = {
  plan: (planned: Planned) => void
  take: (path: string) => Fault | null
  /** Resolves when a request that this fault delays may be done. */
  delay: (fault: Fault | null) => Promise<void>
  /** No more faults; what they delay goes on. */
  clear: () => void
}

/** Faults in the order they were planned. They are not kept over a restart. */
export const faultList = (): Faults => {
  let planned: Planned[] = []
  let held: (() => void)[] = []
  return {
    plan: (one) => {
      planned = [...planned, one]
    },
    take: (path) => {
      const next = planned.find((one) => path.startsWith(one.path))
      if (!next) return null
      planned = planned.flatMap((one) => (one !== next ? one : one.times > 1 ? { ...one, times: one.times - 1 } : []))
      return next.fault
    },
    delay: (fault) =>
      new Promise((resolve) => {
        if (fault?.what !== 'hold' && fault?.what !== 'wait') return resolve()
        held = [...held, resolve]
        if (fault.what === 'wait') setTimeout(resolve, fault.ms)
      }),
    clear: () => {
      planned = []
      for (const letGo of held) letGo()
      held = []
    },
  }
}
