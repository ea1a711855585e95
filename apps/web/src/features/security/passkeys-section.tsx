'use client'

import type { SecurityOverview } from '@gavel/api'
import { Badge, Button, Dialog, EmptyState, Field, Input, Section, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { KeyRound, Pencil, Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Confirm } from '../admin/desk/confirm.tsx'
import { DayOf } from './day-of.tsx'
import { makePasskey, PASSKEY_TROUBLE } from './passkey.ts'
import { useSecurity } from './use-security.ts'

type Passkey = SecurityOverview['passkeys'][number]
type PasskeysSectionProps = { passkeys: readonly Passkey[]; offered: boolean; device: string }

const MAX_NAME = 80

/** The passkeys of the account: to add, to name and to remove. */
export function PasskeysSection({ passkeys, offered, device }: PasskeysSectionProps) {
  const trpc = useTRPC()
  const ask = useMutation(trpc.security.askNewPasskey.mutationOptions())
  const keep = useMutation(trpc.security.addPasskey.mutationOptions())
  const { run, busy } = useSecurity()
  const [named, setNamed] = useState<Passkey | null>(null)

  const add = () =>
    run(async () => {
      const { challengeId, options } = await ask.mutateAsync()
      const made = await makePasskey(options)
      if (!made.ok) {
        toast.error(PASSKEY_TROUBLE[made.trouble])
        return
      }
      await keep.mutateAsync({ challengeId, answer: made.answer, name: device.slice(0, MAX_NAME) })
      toast.success('The passkey was added. You can sign in with it from now on.')
    })

  return (
    <Section
      title="Passkeys"
      aside={
        offered ? (
          <Button size="sm" busy={busy} onClick={add} icon={<Plus aria-hidden className="size-4" />}>
            Add a passkey
          </Button>
        ) : null
      }
    >
      {passkeys.length === 0 ? (
        <EmptyState
          title="No passkeys yet"
          words={
            offered
              ? 'Sign in with your fingerprint, face or device PIN: nothing to remember, nothing to steal.'
              : 'Passkeys need an https address, which this site does not have.'
          }
        />
      ) : (
        <ul aria-label="Your passkeys">
          {passkeys.map((passkey) => (
            <Row key={passkey.id} passkey={passkey} onName={() => setNamed(passkey)} />
          ))}
        </ul>
      )}
      {named ? <NameDialog passkey={named} onDone={() => setNamed(null)} /> : null}
    </Section>
  )
}

function Row({ passkey, onName }: { passkey: Passkey; onName: () => void }) {
  const remove = useMutation(useTRPC().security.removePasskey.mutationOptions())
  const { run, busy } = useSecurity()
  const { id, name, createdAtMs, lastUsedAtMs, backedUp } = passkey
  return (
    <li className="flex items-center gap-3 border-b py-3 last:border-b-0">
      <KeyRound aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-semibold [overflow-wrap:anywhere]">
          {name}
          {backedUp ? <Badge>Synced</Badge> : null}
        </p>
        <p className="text-sm text-muted">
          Added <DayOf atMs={createdAtMs} />
          {lastUsedAtMs === null ? ', not used yet' : null}
          {lastUsedAtMs === null ? null : (
            <>
              , last used <DayOf atMs={lastUsedAtMs} />
            </>
          )}
        </p>
      </div>
      <Button look="quiet" size="icon" onClick={onName} aria-label={`Rename ${name}`}>
        <Pencil aria-hidden className="size-4" />
      </Button>
      <Confirm
        face="Remove"
        label={`Remove ${name}`}
        title={`Remove ${name}?`}
        words="It signs you in no more. Your device may still offer it: delete it there too."
        look="quiet"
        size="icon"
        icon={<Trash2 aria-hidden className="size-4" />}
        danger
        busy={busy}
        done={busy}
        error={null}
        onConfirm={() => run(() => remove.mutateAsync({ id }), `${name} was removed.`)}
      />
    </li>
  )
}

function NameDialog({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const rename = useMutation(useTRPC().security.renamePasskey.mutationOptions())
  const { run, busy } = useSecurity()
  const [name, setName] = useState(passkey.name)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(() => rename.mutateAsync({ id: passkey.id, name }))) onDone()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onDone()
      }}
      title="Rename the passkey"
    >
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" hint="Such as the device it is on.">
          {(control) => (
            <Input
              {...control}
              data-first
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={MAX_NAME}
              required
            />
          )}
        </Field>
        <Button type="submit" look="primary" busy={busy}>
          Save
        </Button>
      </form>
    </Dialog>
  )
}
