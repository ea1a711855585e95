import { createTransport } from 'nodemailer'
import { htmlOf, type Letter, textOf } from './letter.ts'

/** The mail server refuses this letter for good, as for an address that does not exist: sending it again cannot help. */
export class LetterRefusedError extends Error {
  override name = 'LetterRefusedError'
}

export type Mailer = {
  /**
   * Resolves once the mail server has taken the letter.
   * @param id names the letter: sent twice, both carry the same Message-ID, by which mail programs show one.
   * @throws LetterRefusedError where the server refuses it for good (5xx); anything else may pass, and the letter be sent again
   */
  send: (id: string, to: { name: string; address: string }, letter: Letter) => Promise<void>
  close: () => void
}

/** A server that hangs must not hold up the other letters. */
const TIMEOUT_MS = 15_000

/**
 * The one way out for letters.
 * @param options.url `smtp://` or `smtps://`, with user and password where the server asks for them
 * @param options.from an address, or a name with one: `Gavel <gavel@example.org>`
 */
export const openMailer = ({ url, from }: { url: string; from: string }): Mailer => {
  const transport = createTransport(
    {
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      // Letters are made here, of nothing but words: no file and no address is ever read for one.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  const domain = /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    send: async (id, to, letter) => {
      try {
        await transport.sendMail({
          to,
          subject: letter.title,
          text: textOf(letter),
          html: htmlOf(letter),
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        if (!isPermanent(error)) throw error
        throw new LetterRefusedError(`The mail server refused the letter: ${words(error)}`, { cause: error })
      }
    },
    close: () => transport.close(),
  }
}

/** SMTP answers 5xx for what will not change; what concerns the server as a whole, as a wrong password, is not about this letter. */
const isPermanent = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if ('code' in error && (error.code === 'EAUTH' || error.code === 'ECONNECTION')) return false
  return 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300)
