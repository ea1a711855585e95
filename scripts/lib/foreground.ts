import { checkDisk } from './disk.ts'
import type { Profile } from './paths.ts'
import type { Reach } from './reach.ts'
import { Interrupted, stopSignal, unlessStopped } from './shutdown.ts'
import { Stack } from './stack.ts'

/**
 * Runs a command that owns a stack, from its first step to Ctrl-C, `npm stop` or a failure, and ends what it started.
 * @param work resolves to the exit code, or to undefined when the stack shall now run until somebody stops it.
 */
export const withStack = async (
  profile: Profile,
  reach: Reach,
  work: (stack: Stack) => Promise<number | undefined>,
): Promise<number> => {
  checkDisk()
  const stopped = stopSignal()
  const stack = new Stack(profile, reach)
  try {
    const code = await unlessStopped(stopped, work(stack))
    if (code !== undefined) return code
    await stopped
    return 0
  } catch (error) {
    if (error instanceof Interrupted) return 130
    throw error
  } finally {
    await stack.stop()
  }
}
