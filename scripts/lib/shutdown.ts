import type { ChildProcess } from 'node:child_process'

/** A signal asked the command to stop while it was busy with something else. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}

const children = new Set<ChildProcess>()

/** Remembers a short-lived child (a build, a migration), so that Ctrl-C ends it too. The answer forgets it. */
export const trackChild = (child: ChildProcess): (() => void) => {
  children.add(child)
  return () => children.delete(child)
}

/** Ends the short-lived children that still run. */
export const endChildren = (): void => {
  for (const child of children) child.kill('SIGTERM')
}

/** Resolves with the name of the first signal that asks this process to stop. Later ones are ignored: stopping is bounded. */
export const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
  })

/** Does the work unless a signal comes first. @throws Interrupted then. */
export const unlessStopped = async <Result>(
  stopped: Promise<NodeJS.Signals>,
  work: Promise<Result>,
): Promise<Result> => {
  // Work that is left behind may still fail, and nobody waits for it any more.
  work.catch(() => {})
  return Promise.race([
    work,
    stopped.then((signal) => {
      endChildren()
      throw new Interrupted(signal)
    }),
  ])
}
