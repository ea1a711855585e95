import { buildWeb, generate } from '../lib/build.ts'
import { withStack } from '../lib/foreground.ts'
import { runMain } from '../lib/problem.ts'
import { sayReady } from '../lib/ready.ts'
import { step } from '../lib/say.ts'
import { Stack } from '../lib/stack.ts'

await runMain(() =>
  withStack('main', async (stack) => {
    // First, since it ends what an earlier run left on the ports.
    await stack.claim()
    const ports = await Stack.ports('main')
    await step('Generating the database client', generate)
    const prepare = async () => {
      await stack.startServices('production', ports)
      await stack.migrate()
      await stack.seed()
    }
    // The build needs no database, so it does not wait for one.
    await Promise.all([prepare(), buildWeb()])
    await stack.startApps('production', ports)
    sayReady(ports.web)
    return undefined
  }),
)
