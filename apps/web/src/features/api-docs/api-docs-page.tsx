import type { RestOperation } from '@gavel/api'
import { Section, Table, Td, Th, Tr } from '@gavel/ui'
import { paths } from '../../paths.ts'
import { Example } from './example.tsx'
import { OperationRow } from './operation-row.tsx'

type Problem = { code: string; status: number; words: string }
type ApiDocs = { operations: readonly RestOperation[]; problems: readonly Problem[]; webUrl: string }

/** The REST API for people: how to begin, every operation with its shapes, and every error. */
export function ApiDocsPage({ operations, problems, webUrl }: ApiDocs) {
  const byTag = [...Map.groupBy(operations, ({ tag }) => tag)]
  return (
    <main id="main" className="mx-auto grid w-full max-w-4xl grid-cols-1 content-start gap-8 px-4 pt-8 pb-16 sm:px-6">
      <div className="grid gap-3">
        <h1 className="text-2xl">Gavel’s API</h1>
        <p className="max-w-prose text-muted">
          What these pages do, for programs of your own: JSON over HTTPS, with the rights of whoever signed in. Programs
          that make clients of it read{' '}
          <a href={paths.openApi} className="underline">
            openapi.json
          </a>{' '}
          (OpenAPI 3.1).
        </p>
        <nav aria-label="Subjects">
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {byTag.map(([tag]) => (
              <li key={tag}>
                <a href={`#${tag}`} className="underline">
                  {tag}
                </a>
              </li>
            ))}
            <li>
              <a href="#errors" className="underline">
                Errors
              </a>
            </li>
          </ul>
        </nav>
      </div>
      <Beginning webUrl={webUrl} />
      {byTag.map(([tag, of]) => (
        <Section key={tag} id={tag} title={tag} className="scroll-mt-4">
          <ul>
            {of.map((operation) => (
              <OperationRow key={operation.id} operation={operation} webUrl={webUrl} />
            ))}
          </ul>
        </Section>
      ))}
      <Errors problems={problems} />
    </main>
  )
}

function Beginning({ webUrl }: Pick<ApiDocs, 'webUrl'>) {
  const signIn = `curl -X POST ${webUrl}/api/token \\
  -H 'content-type: application/json' \\
  -d '{"email": "you@example.com", "password": "..."}'`
  return (
    <Section title="How to begin">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 pt-2 text-sm">
        <p>
          Sign in for an access token of 15 minutes and a refresh token, which <code>POST /api/token/refresh</code>{' '}
          exchanges for the next ones. Send the access token as <code>Authorization: Bearer …</code>. Cookies do not
          count here.
        </p>
        <Example text={signIn} />
        <ul className="grid list-disc gap-2 pl-5">
          <li>Money is in the smallest unit of its currency; times are milliseconds since 1970 (UTC).</li>
          <li>
            Lists come in pages: send <code>nextCursor</code> back as <code>?cursor=</code>, or follow the{' '}
            <code>Link</code> header.
          </li>
          <li>
            What changes something takes an <code>Idempotency-Key</code>. Sent again within a day, the same request is
            answered as the first time and not done again.
          </li>
          <li>
            The <code>RateLimit</code> header says how many requests are left; after a 429 wait as{' '}
            <code>Retry-After</code> says.
          </li>
        </ul>
      </div>
    </Section>
  )
}

function Errors({ problems }: Pick<ApiDocs, 'problems'>) {
  return (
    <Section id="errors" title="Errors" className="scroll-mt-4">
      <p className="pt-2 pb-3 text-sm break-words text-muted">
        Errors are <code>application/problem+json</code> (RFC 9457). Tell them apart by <code>code</code>;{' '}
        <code>detail</code> is for people, and <code>instance</code> finds the request in the log.
      </p>
      <Table aria-label="Errors">
        <thead>
          <Tr>
            <Th numeric>Status</Th>
            <Th>Code</Th>
            <Th>Detail</Th>
          </Tr>
        </thead>
        <tbody>
          {problems.map(({ code, status, words }) => (
            <Tr key={code} id={code} className="scroll-mt-4 target:bg-sunken">
              <Td numeric>{status}</Td>
              <Td>
                <code>{code}</code>
              </Td>
              <Td className="min-w-64">{words}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
