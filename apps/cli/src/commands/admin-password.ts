import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { operatorApi } from '../api.ts'
import { printJson, say } from '../print.ts'
import { findStack } from '../stack.ts'

type Options = { email: string; password?: string; withoutCodes?: boolean; json?: boolean }

/** `admin password`: lets somebody in again who has lost the password, and cannot be written to. */
export function addAdminPassword(admin: Command): void {
  admin
    .command('password')
    .description('Give an account another password, and sign it out everywhere.')
    .requiredOption('--email <address>', 'the account’s e-mail address')
    .option('--password <password>', 'the new one; one is made and printed where this is left out')
    .option('--without-codes', 'ask for no codes any more, for who has lost the second factor too')
    .option('--json', 'print {"userId","email","password"} and nothing else')
    .action(givePassword)
}

async function givePassword({ email: asked, password: given, withoutCodes = false, json }: Options): Promise<void> {
  const password = given ?? randomBytes(15).toString('base64url')
  const api = operatorApi(findStack())
  const { userId, email } = await api.admin.setPassword.mutate({ email: asked, password, withoutCodes })
  const made = given === undefined ? password : null
  if (json) return printJson({ userId, email, password: made })
  say(`${email} has another password, and is signed out everywhere.`)
  if (made) say(`Password: ${made}`)
}
