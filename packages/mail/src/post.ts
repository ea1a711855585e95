import { listen, readRest, smtpServer } from './smtp.ts'

/** A letter as a mail server took it. */
export type Taken = { from: string; to: string[]; raw: string }

/** A mail server for tests. */
export type Post = { url: string; taken: Taken[]; close: () => Promise<void> }

/** Starts a real SMTP server on a free port. @param refuse the SMTP code that an address is refused with; null where it is taken. */
export const startPost = async (refuse: (address: string) => number | null = () => null): Promise<Post> => {
  const taken: Taken[] = []
  const server = smtpServer({
    onRcptTo: ({ address }, _session, done) => {
      const code = refuse(address)
      done(code === null ? null : Object.assign(new Error(`No letters for ${address}`), { responseCode: code }))
    },
    onData: (stream, { envelope }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      const to = envelope.rcptTo.map(({ address }) => address)
      readRest(stream)
        .then((raw) => taken.push({ from, to, raw: raw.toString('utf8') }))
        .then(() => done(), done)
    },
  })
  const port = await listen(server.server, 0)
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
