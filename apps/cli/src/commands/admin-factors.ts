import type { Command } from 'commander'
import { operatorApi } from '../api.ts'
import { confirmed } from '../confirm.ts'
import { printJson, say } from '../print.ts'
import { findStack } from '../stack.ts'

type Options = { remove?: boolean; confirm?: string; json?: boolean }

/** `admin factors`: how somebody signs in; with `--remove`, lets in again who has lost the authenticator app and the recovery codes. */
export function addAdminFactors(admin: Command): void {
  admin
    .command('factors')
    .description('Tell how an account is signed in to, or take its second factor away.')
    .argument('<address>', 'the account’s e-mail address')
    .option('--remove', 'ask for no codes any more, end every session and tell the owner')
    .option('--confirm <words>', 'what --remove has you type: “remove ADDRESS”')
    .option('--json', 'print the answer as JSON and nothing else')
    .action((address: string, options: Options) => (options.remove ? remove(address, options) : tell(address, options)))
}

async function tell(email: string, { json }: Options): Promise<void> {
  const ways = await operatorApi(findStack()).admin.factors.query({ email })
  if (json) return printJson(ways)
  say(`${ways.email}${ways.verified ? '' : ' (nobody has shown that it is read)'}`)
  say(`Password: ${ways.password ? 'yes' : 'none'}`)
  say(`Google: ${ways.google?.email ?? 'none'}`)
  say(`Passkeys: ${ways.passkeys.map(({ name }) => name).join(', ') || 'none'}`)
  say(`Codes: ${ways.codes ? `asked for; ${ways.recoveryCodesLeft} recovery codes left` : 'not asked for'}`)
}

async function remove(address: string, { confirm, json }: Options): Promise<void> {
  const api = operatorApi(findStack())
  const before = await api.admin.factors.query({ email: address })
  await confirmed(`remove ${before.email}`, confirm)
  const { email, removed, ended } = await api.admin.removeFactors.mutate({ email: before.email })
  if (json) return printJson({ email, removed, ended })
  say(removed ? `${email} is asked for no code any more.` : `${email} was asked for no code before.`)
  say(
    `Sessions ended: ${ended}. ${before.password ? '' : 'There is no password: give one with `admin password`.'}`.trim(),
  )
}
