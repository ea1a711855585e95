import type { RestOperation } from '@gavel/api'
import { Badge, Table, Td, Th, Tr } from '@gavel/ui'
import { ChevronDown } from 'lucide-react'
import { Fragment } from 'react'
import { Example } from './example.tsx'
import { shapeOf } from './shape.ts'

const TONES = { GET: 'plain', POST: 'good', PUT: 'accent', PATCH: 'accent', DELETE: 'bad' } as const

/** One operation: its address, and what it takes and answers once it is opened. */
export function OperationRow({ operation, webUrl }: { operation: RestOperation; webUrl: string }) {
  const { id, method, path, summary, parameters, body, answer, status } = operation
  return (
    <li id={id} className="border-b last:border-b-0">
      <details className="group py-1">
        <summary className="grid min-h-11 cursor-pointer list-none grid-cols-[4rem_minmax(0,1fr)_auto] content-center items-baseline gap-x-3 gap-y-1 py-2 [&::-webkit-details-marker]:hidden">
          <Badge tone={TONES[method]} className="justify-self-start">
            {method}
          </Badge>
          <code className="font-semibold [overflow-wrap:anywhere]">
            <Breakable path={path} />
          </code>
          <ChevronDown
            aria-hidden
            className="size-4 self-center text-muted transition-transform group-open:rotate-180"
          />
          <span className="col-span-2 text-sm text-muted sm:col-start-2 sm:col-end-3">{summary}</span>
        </summary>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pt-2 pb-4">
          {parameters.length > 0 ? (
            <Table aria-label={`Parameters of ${id}`}>
              <thead>
                <Tr>
                  <Th>Parameter</Th>
                  <Th>What for</Th>
                </Tr>
              </thead>
              <tbody>
                {parameters.map(({ name, in: where, schema, description = '' }) => (
                  <Tr key={name}>
                    <Td>
                      <code className="font-semibold">{name}</code>
                      <span className="block text-muted">
                        {where}, <code className="[overflow-wrap:anywhere]">{shapeOf(schema)}</code>
                      </span>
                    </Td>
                    <Td>{description}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          ) : null}
          {body ? <Example label="Body" text={shapeOf(body)} /> : null}
          <Example label={`Answer ${status}`} text={shapeOf(answer)} />
          <Example label="Try it" text={commandFor(operation, webUrl)} />
        </div>
      </details>
    </li>
  )
}

/** A path that may go on in the next line after a slash. */
function Breakable({ path }: { path: string }) {
  const parts = path.slice(1).split('/')
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed path, part by part
    <Fragment key={at}>
      /<wbr />
      {part}
    </Fragment>
  ))
}

const commandFor = ({ method, path, body }: RestOperation, webUrl: string): string =>
  [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '${webUrl}/api/v1${path}'`,
    `  -H "authorization: Bearer $TOKEN"`,
    ...(body ? [`  -H 'content-type: application/json'`, `  -d '{ ... }'`] : []),
  ].join(' \\\n')
