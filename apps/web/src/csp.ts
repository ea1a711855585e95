/** Where somebody pays: whom pages may talk to, be led to by a form, and hold in a frame. */
type PayPlaces = {
  readonly connect: readonly string[]
  readonly form: readonly string[]
  readonly frame: readonly string[]
}

const NOWHERE: PayPlaces = { connect: [], form: [], frame: [] }
/** By Stripe: https://docs.stripe.com/security/guide#content-security-policy. Its script comes by the nonce of the one that loads it. */
const STRIPE: PayPlaces = {
  connect: ['https://api.stripe.com'],
  form: ['https://checkout.stripe.com'],
  frame: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
}

/** @param address of the Stripe that stands in, where one does */
export function payPlaces(secretKey: string | undefined, address: string | undefined): PayPlaces {
  if (secretKey === undefined) return NOWHERE
  if (address === undefined) return STRIPE
  const { origin } = new URL(address)
  return { connect: [origin], form: [origin], frame: [origin] }
}

/**
 * The content security policy of one response.
 *
 * Scripts run by nonce alone, and those that they load: no host is trusted with any, Stripe's neither. Styles allow `unsafe-inline`, because server-made markup carries style attributes (team colours,
 * the place of a figure) that no nonce can name.
 *
 * @param realtimeUrl where the sockets live; allowed over http(s) and ws(s)
 * @param pay where payers are led to
 */
export function contentSecurityPolicy(
  nonce: string,
  realtimeUrl: string,
  pay: PayPlaces,
  development: boolean,
): string {
  const realtime = new URL(realtimeUrl).origin
  const sockets = realtime.replace(/^http/, 'ws')
  const rules: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", realtime, sockets, ...pay.connect],
    'frame-src': ["'self'", ...pay.frame],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    // A form that is answered with the way to the page where somebody pays counts as leading there.
    'form-action': ["'self'", ...pay.form],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
