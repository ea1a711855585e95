import { generate } from '../lib/build.ts'
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
    await stack.startServices('development', ports)
    await stack.migrate()
    await stack.seed()
    await stack.startApps('development', ports)
    sayReady(ports.web)
    return undefined
  }),
)
