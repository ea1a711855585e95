import type { Stripe } from '@stripe/stripe-js'
import { loadStripe } from '@stripe/stripe-js/pure'

/** What was asked for in this page, so that each comes once; what failed is asked for again. */
const opening = new Map<string, Promise<Stripe>>()

/**
 * Stripe's script, opened with a publishable key. It comes from js.stripe.com alone, as Stripe wants it, or from `scriptUrl`, where another Stripe
 * stands in: its loader takes what is there already.
 * @throws where it does not come
 */
export function openStripe(publishableKey: string, scriptUrl: string | null): Promise<Stripe> {
  const known = opening.get(publishableKey)
  if (known) return known
  const stripe = open(publishableKey, scriptUrl)
  opening.set(publishableKey, stripe)
  stripe.catch(() => opening.delete(publishableKey))
  return stripe
}

async function open(publishableKey: string, scriptUrl: string | null): Promise<Stripe> {
  if (scriptUrl !== null) await addScript(scriptUrl)
  const stripe = await loadStripe(publishableKey)
  if (!stripe) throw new Error('Stripe’s script opens in browsers alone')
  return stripe
}

function addScript(src: string): Promise<void> {
  const script = document.createElement('script')
  script.src = src
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => {
      script.remove()
      reject(new Error(`${src} did not come`))
    })
    document.head.append(script)
  })
}
