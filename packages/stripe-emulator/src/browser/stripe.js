// The script of the Stripe that stands in: of Stripe.js what Gavel uses (https://docs.stripe.com/js), and nothing else. It runs in Gavel's page, so it
// never sees a card: the fields are in a frame of this script's own origin, which speaks to the API by itself (STRIPE-30, STRIPE-31).
;(() => {
  const { origin: ORIGIN } = new URL(document.currentScript.src)
  /** A frame that has not said a word by then is not coming. */
  const SILENT_MS = 15_000
  const SECRET = /^pi_[A-Za-z0-9]+_secret_[A-Za-z0-9]+$/

  /** What a page did wrong: thrown, as Stripe throws it. */
  class IntegrationError extends Error {
    name = 'IntegrationError'
  }
  const must = (is, words) => {
    if (!is) throw new IntegrationError(words)
  }

  const AWAY = {
    type: 'api_connection_error',
    message:
      'We are experiencing issues connecting to our payments provider. You have not been charged. Please check your internet connection and try again.',
  }

  /** Handlers by the name of what happens. */
  const listeners = () => {
    const all = new Map()
    const of = (name) => all.get(name) ?? []
    return {
      add: (name, handler) => all.set(name, [...of(name), handler]),
      remove: (name, handler) =>
        all.set(
          name,
          of(name).filter((one) => handler !== undefined && one !== handler),
        ),
      tell: (name, detail = {}) => {
        for (const handler of of(name)) handler({ elementType: 'payment', ...detail })
      },
    }
  }

  const newFrame = () => {
    const frame = document.createElement('iframe')
    frame.src = `${ORIGIN}/v3/card?parent=${encodeURIComponent(location.origin)}`
    frame.title = 'Secure payment input frame'
    frame.allow = ''
    // A frame of another colour scheme than its page's is given a ground of its own: this one shows the page's.
    frame.style.cssText =
      'border:0;display:block;width:100%;height:12rem;margin:0;color-scheme:light only;user-select:none'
    return frame
  }

  /** The element, and what `confirmPayment` asks of it. A frame is one mount: what is taken away and put back begins anew. */
  const paymentElement = (setup) => {
    const { add, remove, tell } = listeners()
    let mounted = null
    let isDestroyed = false

    const unmount = () => {
      mounted?.end()
      mounted = null
    }

    const mount = (target) => {
      const place = typeof target === 'string' ? document.querySelector(target) : target
      must(!isDestroyed, 'This Element has already been destroyed. Please create a new one.')
      must(place instanceof HTMLElement, 'The selector or element that was given to mount() is not in the page.')
      unmount()
      const frame = newFrame()
      const { port1: port, port2 } = new MessageChannel()
      const asked = new Map()
      let isReady = false
      const fail = (error) => {
        clearTimeout(timer)
        if (!isReady) tell('loaderror', { error })
      }
      const timer = setTimeout(() => fail(AWAY), SILENT_MS)
      const hear = {
        ready: () => {
          clearTimeout(timer)
          isReady = true
          tell('ready')
        },
        loaderror: ({ error }) => fail(error),
        height: ({ px }) => {
          frame.style.height = `${Number(px)}px`
        },
        change: ({ empty, complete }) => tell('change', { empty, complete, collapsed: false, value: { type: 'card' } }),
        focus: () => tell('focus'),
        blur: () => tell('blur'),
        escape: () => tell('escape'),
        // Enter sends the form that a field is in, though the field is in a frame.
        enter: () => place.closest('form')?.requestSubmit(),
        answer: ({ id, result }) => {
          asked.get(id)?.(result)
          asked.delete(id)
        },
      }
      port.onmessage = ({ data: { is, ...rest } }) => hear[is]?.(rest)
      // Told to this origin alone: were another page in the frame, it would hear nothing, and could say nothing (STRIPE-32).
      const open = () => frame.contentWindow.postMessage({ stripeHere: 'open', ...setup() }, ORIGIN, [port2])
      frame.addEventListener('load', open, { once: true })
      const ask = (what, about = {}) =>
        new Promise((resolve) => {
          if (!isReady) return resolve({ error: AWAY })
          const id = crypto.getRandomValues(new Uint32Array(2)).join('-')
          asked.set(id, resolve)
          port.postMessage({ do: what, id, ...about })
        })
      const end = () => {
        clearTimeout(timer)
        port.close()
        frame.remove()
        for (const resolve of asked.values()) resolve({ error: AWAY })
      }
      mounted = { ask, end, say: (what, about = {}) => port.postMessage({ do: what, ...about }) }
      place.replaceChildren(frame)
    }

    const face = {
      mount,
      unmount,
      destroy: () => {
        unmount()
        isDestroyed = true
      },
      on: (name, handler) => {
        add(name, handler)
        return face
      },
      off: (name, handler) => {
        remove(name, handler)
        return face
      },
      update: () => face,
      focus: () => mounted?.say('focus'),
      blur: () => mounted?.say('blur'),
      clear: () => mounted?.say('clear'),
    }
    return {
      face,
      ask: (what, about) => {
        must(mounted, 'Invalid value for elements: it should have a mounted Payment Element.')
        return mounted.ask(what, about)
      },
      restyle: () => mounted?.say('appearance', { appearance: setup().appearance }),
    }
  }

  /** What is behind each `elements` that was given out. */
  const insides = new WeakMap()

  const newElements = (key, { clientSecret, appearance = {} } = {}) => {
    must(SECRET.test(clientSecret), 'Invalid value for elements(): clientSecret should be a client secret.')
    let look = appearance
    let payment = null
    const elements = {
      create: (type) => {
        must(type === 'payment', 'This Stripe has the Payment Element alone.')
        must(payment === null, 'Can only create one Element of type payment.')
        payment = paymentElement(() => ({ key, clientSecret, appearance: look }))
        return payment.face
      },
      getElement: (type) => (type === 'payment' ? (payment?.face ?? null) : null),
      update: (change) => {
        look = change.appearance ?? look
        payment?.restyle()
      },
      submit: async () => inside().ask('submit'),
    }
    const inside = () => {
      must(payment !== null, 'Invalid value for elements: it should have a mounted Payment Element.')
      return payment
    }
    insides.set(elements, { clientSecret, ask: (what, about) => inside().ask(what, about) })
    return elements
  }

  /** Whoever leaves the page hears nothing more of the call that led away. */
  const leave = (url) => {
    location.assign(url)
    return new Promise(() => {})
  }

  const returnTo = (url, { id, client_secret: secret, status }) => {
    const to = new URL(url)
    to.searchParams.set('payment_intent', id)
    to.searchParams.set('payment_intent_client_secret', secret)
    to.searchParams.set('redirect_status', status)
    return to.href
  }

  /** STRIPE-33: one confirmation at a time, whatever is pressed. */
  const confirmWith = () => {
    let underWay = false
    return async ({ elements, confirmParams = {}, redirect = 'always' } = {}) => {
      const inside = insides.get(elements)
      must(inside, 'Invalid value for confirmPayment(): elements should be an object made by stripe.elements().')
      const { return_url: returnUrl } = confirmParams
      must(redirect === 'always' || redirect === 'if_required', 'redirect must be one of always or if_required.')
      must(
        returnUrl === undefined ? redirect === 'if_required' : URL.canParse(returnUrl),
        'Invalid value for confirmPayment(): confirmParams.return_url should be a URL.',
      )
      must(!underWay, 'A confirmation is under way already. Wait for its promise.')
      underWay = true
      try {
        const { error, paymentIntent } = await inside.ask('confirm', { returnUrl })
        if (error) return { error }
        if (paymentIntent.next_action?.type === 'redirect_to_url')
          return leave(paymentIntent.next_action.redirect_to_url.url)
        return redirect === 'always' ? leave(returnTo(returnUrl, paymentIntent)) : { paymentIntent }
      } finally {
        underWay = false
      }
    }
  }

  const Stripe = (key) => {
    must(/^pk_/.test(key), 'Invalid value for Stripe(): apiKey should be a publishable key.')
    return { elements: (options) => newElements(key, options), confirmPayment: confirmWith() }
  }
  /** The version of the API whose shapes it speaks, as the loader of Stripe.js asks for it. */
  Stripe.version = 'endive'
  window.Stripe = Stripe
})()
