import { runMain } from '../lib/problem.ts'
import { say } from '../lib/say.ts'
import { stopProfile } from '../lib/stop-profile.ts'

const main = async (): Promise<number> => {
  const stopped = [await stopProfile('main'), await stopProfile('test')].some(Boolean)
  say(stopped ? 'Gavel has stopped; its data is kept.' : 'Gavel is not running.')
  return 0
}

await runMain(main)
