'use client'

import {
  Badge,
  Button,
  EmptyState,
  ErrorState,
  Field,
  Input,
  Monogram,
  Section,
  SkeletonRows,
  Table,
  Td,
  Th,
  Tr,
} from '@gavel/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { paths } from '../../../paths.ts'
import { useTRPC, useTRPCClient } from '../../../trpc/client.tsx'
import { ShortTime } from '../../events/event-time.tsx'
import { BanRight } from './ban.tsx'
import { AdminRight, CreateRight } from './rights.tsx'

type PeopleTableProps = { search: string; you: string; timeZone: string }

/** How long typing rests before the server is asked. */
const REST_MS = 250

/** Everybody with an account, found by a part of the name or the address, with what each may do. */
export function PeopleTable({ search: first, you, timeZone }: PeopleTableProps) {
  const [typed, setTyped] = useState(first)
  const [search, setSearch] = useState(first)
  useEffect(() => {
    const rest = setTimeout(() => {
      setSearch(typed.trim())
      const query = typed.trim() ? `?${new URLSearchParams({ search: typed.trim() })}` : ''
      window.history.replaceState(null, '', `${paths.adminUsers}${query}`)
    }, REST_MS)
    return () => clearTimeout(rest)
  }, [typed])
  const api = useTRPCClient()
  const found = useInfiniteQuery({
    queryKey: [...useTRPC().admin.people.pathKey(), search],
    queryFn: ({ pageParam, signal }) => api.admin.people.query({ search, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const people = found.data?.pages.flatMap((page) => page.people)
  return (
    <Section title="Everybody">
      <div className="grid grid-cols-1 gap-4 pt-2">
        <Field label="Find somebody" className="max-w-md">
          {(control) => (
            <Input
              {...control}
              type="search"
              value={typed}
              placeholder="A part of the name or the e-mail"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {found.error ? (
          <ErrorState
            title="People could not be read just now"
            words="Nothing was changed."
            action={<Button onClick={() => found.refetch()}>Try again</Button>}
          />
        ) : null}
        {people === undefined ? (
          found.error ? null : (
            <SkeletonRows words="Loading people" />
          )
        ) : people.length === 0 ? (
          <EmptyState
            title="Nobody fits"
            words="No account has this in its name or its e-mail."
            action={<Button onClick={() => setTyped('')}>Show everybody</Button>}
          />
        ) : (
          <Table aria-label="People" className="ruled">
            <thead>
              <tr>
                <Th>Person</Th>
                <Th className="max-lg:hidden">Since</Th>
                <Th className="max-sm:hidden">Creates events</Th>
                <Th className="max-sm:hidden">Rights</Th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <Tr key={person.userId}>
                  <Td>
                    <span className="flex min-w-0 items-center gap-3">
                      <Monogram size="sm" name={person.name} className="max-sm:hidden" />
                      <span className="grid min-w-0">
                        <span className="flex flex-wrap items-center gap-2 font-semibold [overflow-wrap:anywhere]">
                          <Link href={paths.person(person.userId)} className="hover:underline">
                            {person.name}
                          </Link>
                          {person.userId === you ? <span className="font-normal text-muted">(you)</span> : null}
                          {person.admin ? <Badge tone="ink">Administrator</Badge> : null}
                          {person.ban ? <Badge tone="bad">Shut out</Badge> : null}
                        </span>
                        <span className="[overflow-wrap:anywhere] text-muted">{person.email}</span>
                        {person.ban ? (
                          <span className="[overflow-wrap:anywhere] text-muted">{person.ban.reason}</span>
                        ) : null}
                        <span className="flex items-center gap-2 pt-1 sm:hidden">
                          <CreateRight person={person} />
                          {person.admin ? null : <span aria-hidden>Creates events</span>}
                        </span>
                        <span className="-ml-3 flex flex-wrap sm:hidden">
                          <AdminRight person={person} self={person.userId === you} />
                          <BanRight person={person} self={person.userId === you} />
                        </span>
                      </span>
                    </span>
                  </Td>
                  <Td className="whitespace-nowrap text-muted max-lg:hidden">
                    <ShortTime atMs={person.createdAtMs} timeZone={timeZone} />
                  </Td>
                  <Td className="max-sm:hidden">
                    <CreateRight person={person} />
                  </Td>
                  <Td className="max-sm:hidden">
                    <span className="-ml-3 flex flex-wrap">
                      <AdminRight person={person} self={person.userId === you} />
                      <BanRight person={person} self={person.userId === you} />
                    </span>
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
        {found.hasNextPage ? (
          <div>
            <Button busy={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
              Show more
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  )
}
