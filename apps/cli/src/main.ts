import { Command } from 'commander'
import { addAdminCreate } from './commands/admin-create.ts'
import { addImport } from './commands/auction-import.ts'
import { addRehearse } from './commands/auction-rehearse.ts'
import { addVerify } from './commands/auction-verify.ts'
import { sentenceOf } from './failure.ts'

const program = new Command('gavel')
  .description('Run auctions from a terminal, as the operator of the Gavel that runs on this machine.')
  .showHelpAfterError('Add --help to see how it is used.')

const auction = program.command('auction').description('lists, rehearsals and proofs of auctions')
addImport(auction)
addRehearse(auction)
addVerify(auction)
addAdminCreate(program.command('admin').description('people who may do everything'))

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
}
