import { randomBytes } from 'node:crypto'
import { TRPCClientError } from '@trpc/client'
import type { Command } from 'commander'
import { type Api, operatorApi } from '../api.ts'
import { printJson, say } from '../print.ts'
import { findStack } from '../stack.ts'

type Options = { email: string; name?: string; password?: string; json?: boolean }

/** `admin create`: an account that may do everything an organiser may, everywhere. */
export function addAdminCreate(admin: Command): void {
  admin
    .command('create')
    .description('Make an administrator: a new account, or one that is there already.')
    .requiredOption('--email <address>', 'the account’s e-mail address')
    .option('--name <name>', 'what people call this person', 'Administrator')
    .option('--password <password>', 'for a new account; one is made and printed where this is left out')
    .option('--json', 'print {"userId","email","created","password"} and nothing else')
    .action(createAdmin)
}

async function createAdmin(options: Options): Promise<void> {
  const api = operatorApi(findStack())
  const password = options.password ?? randomBytes(15).toString('base64url')
  const created = await register(api, options, password)
  const { userId, email } = await api.admin.promote.mutate({ email: options.email })
  const made = created && options.password === undefined ? password : null
  if (options.json) printJson({ userId, email, created, password: made })
  else {
    say(`${email} is an administrator${created ? ' (a new account)' : ''}.`)
    if (made) say(`Password: ${made}`)
  }
}

/** Whether the account is new. An address that is taken is no failure here: its account is promoted. */
async function register(api: Api, { email, name = 'Administrator' }: Options, password: string): Promise<boolean> {
  try {
    await api.auth.register.mutate({ email, name, password })
    return true
  } catch (error) {
    if (error instanceof TRPCClientError && error.data?.appCode === 'AUTH.EMAIL_TAKEN') return false
    throw error
  }
}
