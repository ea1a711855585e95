import { buildWeb, generate } from '../lib/build.ts'
import { checkDisk } from '../lib/disk.ts'
import { demoPassword } from '../lib/environment.ts'
import { runMain } from '../lib/problem.ts'
import { bold, say, step } from '../lib/say.ts'
import { Interrupted, stopSignal, unlessStopped } from '../lib/shutdown.ts'
import { Stack } from '../lib/stack.ts'

const demoLogins = ['admin', 'organiser', 'auctioneer', 'owner1', 'owner2', 'player1', 'scorer', 'fan']

const start = async (stack: Stack): Promise<number> => {
  const ports = await Stack.ports('main')
  await stack.claim()
  await step('Generating the database client', generate)
  const prepare = async () => {
    await stack.startServices('production', ports)
    await stack.migrate()
    await stack.seed()
  }
  // The build needs no database, so it does not wait for one.
  await Promise.all([prepare(), buildWeb()])
  await stack.startApps('production', ports)
  return ports.web
}

const main = async (): Promise<number> => {
  checkDisk()
  const stopped = stopSignal()
  const stack = new Stack('main')
  try {
    const port = await unlessStopped(stopped, start(stack))
    say()
    say('Demo logins (a fictional league):')
    for (const login of demoLogins) say(`  ${`${login}@gavel.test`.padEnd(24)} ${demoPassword}`)
    say()
    say(bold(`Gavel is ready at http://localhost:${port}`))
    await stopped
    say()
    return 0
  } catch (error) {
    if (error instanceof Interrupted) return 130
    throw error
  } finally {
    await stack.stop()
  }
}

await runMain(main)
