import { answers } from '../lib/net.ts'
import { Problem } from '../lib/problem.ts'
import type { Candidate, Service } from './service.ts'

/** A server of the person's own: used as it is, and never ended or reset by us. */
export const fromEnvironment = (service: Service): Candidate => ({
  id: 'environment',
  words: `the server that ${service.variable} names`,
  isAvailable: async () => Boolean(process.env[service.variable]),
  place: async () => {
    const url = process.env[service.variable] ?? ''
    const remedy = `correct ${service.variable}, or leave it out and Gavel starts a server of its own`
    if (!URL.canParse(url)) throw new Problem(`${service.variable} is no address: ${remedy}.`)
    const { hostname, port } = new URL(url)
    // A replica set's name stands for hosts that only a driver can look up.
    if (!url.includes('+srv:') && !url.includes(',')) {
      if (!(await answers(hostname, Number(port) || service.defaultPort, '', () => true, 3_000)))
        throw new Problem(
          `${service.title} does not answer at ${hostname}:${port || service.defaultPort}: start it, ${remedy}.`,
        )
    }
    return { url, programs: [] }
  },
})
