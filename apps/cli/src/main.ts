import { Command } from 'commander'
import { addAdminCreate } from './commands/admin-create.ts'
import { addAdminFactors } from './commands/admin-factors.ts'
import { addAdminPassword } from './commands/admin-password.ts'
import { addImport } from './commands/auction-import.ts'
import { addRehearse } from './commands/auction-rehearse.ts'
import { addSimulate } from './commands/auction-simulate.ts'
import { addVerify } from './commands/auction-verify.ts'
import { addMatchReplay } from './commands/match-replay.ts'
import { addMatchVerify } from './commands/match-verify.ts'
import { addScore } from './commands/score.ts'
import { sentenceOf } from './failure.ts'

const program = new Command('gavel')
  .description('Run auctions from a terminal, as the operator of the Gavel that runs on this machine.')
  .showHelpAfterError('Add --help to see how it is used.')

const auction = program.command('auction').description('lists, rehearsals, simulations and proofs of auctions')
addImport(auction)
addRehearse(auction)
addSimulate(auction)
addVerify(auction)
addScore(program)
const match = program.command('match').description('recorded matches, and proofs of those that were scored here')
addMatchReplay(match)
addMatchVerify(match)
const admin = program
  .command('admin')
  .description('people who may do everything, and those who have lost what they sign in with')
addAdminCreate(admin)
addAdminPassword(admin)
addAdminFactors(admin)

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
}
