'use client'

import type { Begun } from '@gavel/api'
import type { StripeElements, StripeError } from '@stripe/stripe-js'
import { useTheme } from 'next-themes'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { appearanceIn } from './appearance.ts'
import { openStripe } from './stripe-script.ts'

/** What Stripe's script needs to show the fields of one payment. */
export type FormKey = { clientSecret: string; publishableKey: string; scriptUrl: string | null }

/** What a begun payment gives the form; null where it is paid elsewhere. */
export function formKeyOf({ clientSecret, publishableKey, scriptUrl }: Begun): FormKey | null {
  return clientSecret === null || publishableKey === null ? null : { clientSecret, publishableKey, scriptUrl }
}

/** `ended`: Stripe takes no card for this any more. `away`: its script, or its fields, did not come. */
export type CardFields =
  | { is: 'loading' | 'ended' | 'away' }
  | {
      is: 'ready'
      /** Pays with what is typed. Null where it is paid or on its way; where a bank has to be asked the page is left, and it answers never. */
      confirm: (returnUrl: string) => Promise<StripeError | null>
    }

/** Stripe's fields in this place of the page. The card is typed in Stripe's own frame: nothing here can read it. */
export function useCardFields(
  { clientSecret, publishableKey, scriptUrl }: FormKey,
  place: RefObject<HTMLElement | null>,
) {
  const [fields, setFields] = useState<CardFields>({ is: 'loading' })
  const [round, setRound] = useState(0)
  const shown = useRef<StripeElements | null>(null)
  const { resolvedTheme } = useTheme()

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks for everything anew
  useEffect(() => {
    let isOver = false
    let end = () => {}
    const tell = (now: CardFields) => {
      if (!isOver) setFields(now)
    }
    const show = async () => {
      const stripe = await openStripe(publishableKey, scriptUrl)
      if (isOver || !place.current) return
      const elements = stripe.elements({ clientSecret, appearance: appearanceIn(place.current) })
      const element = elements.create('payment')
      end = () => element.destroy()
      shown.current = elements
      const confirm = async (returnUrl: string) => {
        const confirmParams = { return_url: returnUrl }
        const { error } = await stripe.confirmPayment({ elements, confirmParams, redirect: 'if_required' })
        return error ?? null
      }
      element.on('ready', () => tell({ is: 'ready', confirm }))
      element.on('loaderror', ({ error: { code } }) =>
        tell({ is: code === 'payment_intent_unexpected_state' ? 'ended' : 'away' }),
      )
      element.mount(place.current)
    }
    setFields({ is: 'loading' })
    show().catch(() => tell({ is: 'away' }))
    return () => {
      isOver = true
      shown.current = null
      end()
    }
  }, [clientSecret, publishableKey, scriptUrl, round, place])

  // biome-ignore lint/correctness/useExhaustiveDependencies: day and night change the colours that are read here
  useEffect(() => {
    // The page wears its colours by the next frame.
    const frame = requestAnimationFrame(() => {
      if (place.current) shown.current?.update({ appearance: appearanceIn(place.current) })
    })
    return () => cancelAnimationFrame(frame)
  }, [resolvedTheme, place])

  return { fields, again: () => setRound((before) => before + 1) }
}
