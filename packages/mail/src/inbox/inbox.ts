import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isOwnHost } from '@gavel/config'
import { listen, readRest, smtpServer } from '../smtp.ts'
import { type Letters, openLetters } from './letters.ts'
import { letterPage, listPage, missingPage } from './page.ts'

/** The newest letters are kept, for as long as they fit. */
const MOST = 500
const MAX_BYTES = 1_000_000
const SHOWN = 100

export type Inbox = { smtpUrl: string; pageUrl: string; close: () => Promise<void> }

/**
 * A mail server of this machine that hands nothing on: what it takes is read on its page, or by programs at `/api/letters?to=ADDRESS`. It listens
 * on loopback alone, and answers nobody who came by another name: whoever reads these letters can sign in as anybody.
 * @param options.folder where the letters are kept; ports of 0 take any free one
 * @param options.host what it listens on in a container of its own, whose ports are published to this machine alone
 */
export const openInbox = async (options: {
  folder: string
  smtpPort: number
  pagePort: number
  host?: string | undefined
}): Promise<Inbox> => {
  const letters = await openLetters(options.folder, MOST)
  const smtp = smtpServer({
    size: MAX_BYTES,
    onData: (stream, { envelope }, done) => {
      readRest(stream)
        .then((raw) =>
          letters.keep(
            raw,
            envelope.rcptTo.map(({ address }) => address),
            Date.now(),
          ),
        )
        .then(() => done(), done)
    },
  })
  const web = createServer((request, response) => {
    answer(letters, request, response).catch(() => send(response, 500, 'text/plain', 'The letter could not be read.'))
  })
  const smtpPort = await listen(smtp.server, options.smtpPort, options.host)
  const pagePort = await listen(web, options.pagePort, options.host)
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    pageUrl: `http://localhost:${pagePort}`,
    close: async () => {
      web.closeAllConnections()
      await new Promise((resolve) => web.close(resolve))
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
    },
  }
}

const send = (response: ServerResponse, status: number, type: string, body: string, policy?: string) => {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(policy && { 'content-security-policy': policy }),
  })
  response.end(body)
}

const OWN_PAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'"
/** A letter can show itself, and do nothing. */
const LETTER_ALONE =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'"

const answer = async (letters: Letters, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (!isOwnHost(request.headers.host)) return send(response, 421, 'text/plain', 'This inbox is for its own machine.')
  if (request.method !== 'GET') return send(response, 405, 'text/plain', 'Letters are only read here.')
  const url = new URL(request.url ?? '/', 'http://localhost')
  const to = url.searchParams.get('to')?.trim() || undefined
  const list = () => letters.list({ ...(to !== undefined && { to }), limit: SHOWN })
  if (url.pathname === '/') return send(response, 200, 'text/html', listPage(await list(), to), OWN_PAGE)
  if (url.pathname === '/api/letters') return send(response, 200, 'application/json', JSON.stringify(await list()))
  const [, id, part] = /^\/letters\/([\da-f-]{26})(\/html)?$/.exec(url.pathname) ?? []
  const letter = id ? await letters.read(id) : null
  if (!letter) return send(response, 404, 'text/html', missingPage(), OWN_PAGE)
  if (!part) return send(response, 200, 'text/html', letterPage(letter), OWN_PAGE)
  // Links leave the frame: nothing can be done in it.
  const html = `<base target="_blank">${letter.html ?? ''}`
  return send(response, 200, 'text/html', html, LETTER_ALONE)
}
