'use client'

import { Button, ErrorState, Skeleton } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { useOnline } from '../../rooms/use-online.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { type CardProblem, problemOf } from './card-problem.ts'
import { type FormKey, useCardFields } from './use-card-fields.ts'

type CardFieldsFormProps = {
  id: string
  money: string
  formKey: FormKey
  declinedWords: string | null
  /** The place is not held any more. */
  isOver: boolean
  /** The other way to pay, for where the fields do not come. */
  otherwise: ReactNode
}

/** Stripe's fields with the button that pays, and what came of it beneath them. */
export function CardFieldsForm({ id, money, formKey, declinedWords, isOver, otherwise }: CardFieldsFormProps) {
  const router = useRouter()
  const online = useOnline()
  const place = useRef<HTMLDivElement>(null)
  const { fields, again } = useCardFields(formKey, place)
  const { mutateAsync: look } = useMutation(useTRPC().payment.refresh.mutationOptions())
  const [problem, setProblem] = useState<CardProblem | null>(lastOf(declinedWords))
  const [isPaying, setIsPaying] = useState(false)
  // A second click comes before the page is drawn anew.
  const underWay = useRef(false)
  const setUnderWay = (now: boolean) => {
    underWay.current = now
    setIsPaying(now)
  }
  useEffect(() => {
    // Who comes back from the bank by the browser's own button finds the page as it was left.
    const back = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return
      underWay.current = false
      setIsPaying(false)
    }
    addEventListener('pageshow', back)
    return () => removeEventListener('pageshow', back)
  }, [])

  /** Looks at Stripe, and goes to where it says what came of it, if anything did. */
  const goOn = async (isKnown: boolean): Promise<boolean> => {
    const stage = (await look({ id }).catch(() => null))?.stage.is
    if (!isKnown && (stage === undefined || stage === 'open' || stage === 'created')) return false
    router.replace(paths.paymentReturn(id))
    return true
  }

  const hasEnded = fields.is === 'ended'
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has ended is looked up once
  useEffect(() => {
    if (hasEnded) void goOn(true)
  }, [hasEnded])

  const pay = async (event: FormEvent) => {
    event.preventDefault()
    if (underWay.current || fields.is !== 'ready' || isOver || !online) return
    setUnderWay(true)
    setProblem(null)
    try {
      const error = await fields.confirm(new URL(paths.paymentReturn(id), location.href).href)
      const found = error && problemOf(error)
      const hasGone = found === null || found.next === 'look' ? await goOn(found === null) : false
      if (hasGone) return
      setProblem(found)
      setUnderWay(false)
    } catch (error) {
      setUnderWay(false)
      throw error
    }
  }

  if (fields.is === 'away')
    return (
      <div className="grid gap-4">
        <ErrorState
          title="Stripe’s form did not come"
          words="Nothing was charged, and your place is kept until its time. Check the network, and whether something blocks Stripe’s script, then try again."
          action={<Button onClick={again}>Try again</Button>}
        />
        {otherwise}
      </div>
    )
  const isReady = fields.is === 'ready'
  const reason = isOver
    ? 'The place is not kept any more'
    : online
      ? isReady
        ? null
        : 'The form is on its way'
      : 'No network. Your place is kept all the same.'
  return (
    <form aria-label="Pay by card" className="grid gap-4" onSubmit={pay}>
      <div className="relative">
        {isReady ? null : (
          <div role="status" className="absolute inset-0">
            <span className="sr-only">Opening the form</span>
            <FieldsSkeleton />
          </div>
        )}
        {/* It has to be there, and as wide as it will be, for Stripe to draw in it. */}
        <div ref={place} className={isReady ? 'relative -mx-1' : 'relative -mx-1 min-h-48 opacity-0'} />
      </div>
      {problem ? <ErrorState title={problem.title} words={problem.words} /> : null}
      <Button type="submit" look="primary" size="lg" wide busy={isPaying} disabledReason={reason} showReason>
        {isPaying ? `Paying ${money}` : `Pay ${money}`}
      </Button>
      <p className="text-sm text-muted">
        The card goes to Stripe alone; Gavel never sees it. Your bank may ask you to confirm on a page of its own.
      </p>
    </form>
  )
}

/** What came of the last try, as the payment knows it. */
const lastOf = (words: string | null): CardProblem | null =>
  words === null ? null : { title: 'The last try did not go through', words, next: 'again' }

/** The shape of the fields. */
export function FieldsSkeleton() {
  return (
    <div className="grid gap-3">
      <Skeleton className="h-12" />
      <div className="grid grid-cols-2 gap-3">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    </div>
  )
}
