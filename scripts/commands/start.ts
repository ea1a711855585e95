import { networkInterfaces } from 'node:os'
import { buildWeb, generate } from '../lib/build.ts'
import { withStack } from '../lib/foreground.ts'
import { runMain } from '../lib/problem.ts'
import { reachOf } from '../lib/reach.ts'
import { sayReady } from '../lib/ready.ts'
import { step } from '../lib/say.ts'
import { Stack } from '../lib/stack.ts'

await runMain(async () => {
  const reach = reachOf(process.argv.slice(2), process.env, networkInterfaces())
  return withStack('main', reach, async (stack) => {
    // First, since it ends what an earlier run left on the ports.
    await stack.claim()
    const ports = await Stack.ports('main')
    await step('Generating the database client', generate)
    const prepare = async () => {
      await stack.startServices('production', ports)
      await stack.migrate()
      await stack.seed()
      await stack.startInbox(ports)
      await stack.startGoogle(ports)
      return stack.startStripe(ports)
    }
    // The build needs no database, so it does not wait for one.
    const [environment] = await Promise.all([prepare(), buildWeb()])
    await stack.startApps('production', ports)
    sayReady(environment, reach)
    return undefined
  })
})
