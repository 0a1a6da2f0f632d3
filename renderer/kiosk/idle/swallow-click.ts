// A tap ends with a click of its own, some hundred milliseconds after the finger came down.
const LONGEST_TAP_MS = 1000

/**
 * Swallows the click that ends the touch now under way. What lay over the page is gone by then, and the click would press
 * whatever came to light under the finger.
 */
export function swallowClick(): void {
  const end = (): void => {
    window.removeEventListener('click', swallow, { capture: true })
    window.clearTimeout(timer)
  }
  const swallow = (event: Event): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    end()
  }
  const timer = window.setTimeout(end, LONGEST_TAP_MS)
  window.addEventListener('click', swallow, { capture: true })
}
