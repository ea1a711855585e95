// Inside the frame: the card's fields, and the one who asks the API about them. What is typed here goes to this origin's API and nowhere else;
// the page around hears whether it is complete, and what came of it (STRIPE-31).
;(() => {
  const { parent: PAGE } = document.documentElement.dataset
  const { number, expiry, cvc } = document.forms.card.elements
  const root = document.documentElement

  const digitsOf = (text) => text.replace(/\D/g, '')

  /** `4242 4242 4242 4242`, and `12 / 40`: as it is typed, where nothing stands behind the cursor. */
  const SHAPES = new Map([
    [number, (digits) => digits.slice(0, 19).replace(/(\d{4})(?=\d)/g, '$1 ')],
    [
      expiry,
      (digits) =>
        digits
          .replace(/^[2-9]/, '0$&')
          .slice(0, 4)
          .replace(/^(\d{2})(?=\d)/, '$1 / '),
    ],
    [cvc, (digits) => digits.slice(0, 4)],
  ])
  /** What is asked of each field before anybody else is asked: Stripe's codes and words. */
  const WANTED = [
    [number, 12, 'incomplete_number', 'Your card number is incomplete.'],
    [expiry, 4, 'incomplete_expiry', "Your card's expiration date is incomplete."],
    [cvc, 3, 'incomplete_cvc', "Your card's security code is incomplete."],
  ]
  const FIELDS = WANTED.map(([field]) => field)
  /** The field that an error of the API is about. */
  const ABOUT = {
    incorrect_number: number,
    invalid_expiry_month: expiry,
    invalid_expiry_year: expiry,
    expired_card: expiry,
    invalid_cvc: cvc,
    incorrect_cvc: cvc,
  }

  const missing = () => WANTED.find(([field, least]) => digitsOf(field.value).length < least)

  const mark = (field, words) => {
    const place = document.getElementById(`${field.name}-problem`)
    place.textContent = words ?? ''
    place.hidden = !words
    if (words) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
  }
  const unmark = () => {
    for (const field of FIELDS) mark(field, null)
  }
  const markFirst = (field, words) => {
    mark(field, words)
    field.focus()
  }

  /** An error that needs no question: what is not whole yet. */
  const incomplete = () => {
    unmark()
    const [field, , code, message] = missing() ?? []
    if (!field) return null
    markFirst(field, message)
    return { type: 'validation_error', code, message }
  }

  const AWAY = {
    type: 'api_connection_error',
    message:
      'We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.',
  }

  /** One request of the API, with the key and the secret that the page gave. */
  const request = async ({ key, clientSecret }, path, form) => {
    const [id] = clientSecret.split('_secret_')
    const more = new URLSearchParams({ ...form, client_secret: clientSecret })
    const url = `/v1/payment_intents/${id}${path}`
    const headers = { authorization: `Bearer ${key}` }
    try {
      const answer = form
        ? await fetch(url, { method: 'POST', headers, body: more })
        : await fetch(`${url}?${more}`, { headers })
      const body = await answer.json()
      return answer.ok ? { paymentIntent: body } : { error: body.error }
    } catch {
      return { error: AWAY }
    }
  }

  const confirm = async (setup, returnUrl) => {
    const wrong = incomplete()
    if (wrong) return { error: wrong }
    const [month, year] = [expiry.value.slice(0, 2), digitsOf(expiry.value).slice(2)]
    const data = 'payment_method_data'
    const result = await request(setup, '/confirm', {
      [`${data}[type]`]: 'card',
      [`${data}[card][number]`]: digitsOf(number.value),
      [`${data}[card][exp_month]`]: String(Number(month)),
      [`${data}[card][exp_year]`]: `20${year}`,
      [`${data}[card][cvc]`]: digitsOf(cvc.value),
      ...(returnUrl ? { return_url: returnUrl } : { use_stripe_sdk: 'true' }),
    })
    const field = ABOUT[result.error?.code]
    if (field) markFirst(field, result.error.message)
    return result
  }

  /** Colours of the page around, by the names of Stripe's appearance: https://docs.stripe.com/elements/appearance-api. */
  const VARIABLES = {
    colorPrimary: '--main',
    colorBackground: '--card',
    colorText: '--ink',
    colorTextSecondary: '--soft',
    colorDanger: '--bad',
    borderRadius: '--radius',
    fontFamily: '--font',
    fontSizeBase: '--size',
  }
  const dress = ({ theme = 'stripe', variables = {} } = {}) => {
    root.dataset.theme = theme === 'night' ? 'night' : 'day'
    for (const [name, property] of Object.entries(VARIABLES)) root.style.setProperty(property, variables[name] ?? '')
  }

  const ENDED = new Set(['succeeded', 'canceled', 'processing'])

  const open = async (port, { key, clientSecret, appearance }) => {
    const setup = { key, clientSecret }
    const say = (is, about = {}) => port.postMessage({ is, ...about })
    dress(appearance)
    const found = await request(setup, '', null)
    if (found.error) return say('loaderror', { error: found.error })
    if (ENDED.has(found.paymentIntent.status))
      return say('loaderror', {
        error: {
          type: 'invalid_request_error',
          code: 'payment_intent_unexpected_state',
          message: 'This PaymentIntent is in a terminal state and cannot be used to initialize Elements.',
          payment_intent: found.paymentIntent,
        },
      })

    const doing = {
      appearance: ({ appearance: given }) => dress(given),
      focus: () => number.focus(),
      blur: () => document.activeElement?.blur(),
      clear: () => document.forms.card.reset(),
      submit: () => {
        const error = incomplete()
        return error ? { error } : { selectedPaymentMethod: 'card' }
      },
      confirm: ({ returnUrl }) => confirm(setup, returnUrl),
    }
    port.onmessage = async ({ data: { do: what, id, ...about } }) => {
      const result = await doing[what]?.(about)
      if (id) say('answer', { id, result })
    }
    new ResizeObserver(() => say('height', { px: root.offsetHeight })).observe(root)
    for (const field of FIELDS) {
      field.addEventListener('input', () => {
        mark(field, null)
        if (field.selectionStart === field.value.length) field.value = SHAPES.get(field)(digitsOf(field.value))
        say('change', { empty: FIELDS.every(({ value }) => value === ''), complete: !missing() })
      })
      field.addEventListener('focus', () => say('focus'))
      field.addEventListener('blur', () => say('blur'))
    }
    document.forms.card.addEventListener('keydown', ({ key: pressed }) => {
      if (pressed === 'Enter') say('enter')
      if (pressed === 'Escape') say('escape')
    })
    say('ready')
  }

  // The page that this frame was made for, once, and nobody else (STRIPE-32).
  const hear = ({ source, origin, data, ports: [port] }) => {
    if (source !== window.parent || origin !== PAGE || data?.stripeHere !== 'open' || !port) return
    removeEventListener('message', hear)
    open(port, data)
  }
  addEventListener('message', hear)
})()
