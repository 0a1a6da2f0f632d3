/**
 * Keeps the browser's own way back dead. Every visit begins on the first page, whatever address the window was opened or loaded
 * again with, and the key “back” of a keyboard or mouse finds one step behind it that leads to where it already is: the trail of
 * the visitor lives in the memory of the page and goes with the visit.
 */
export function holdHistory(): void {
  const { history, location } = window
  const home = `${location.pathname}${location.search}#/`
  history.replaceState(null, '', home)
  history.pushState(null, '', home)
  window.addEventListener('popstate', () => {
    history.go(1)
  })
  // Registered before the pages': on the glass no address of the browser leads anywhere.
  window.addEventListener(
    'hashchange',
    (event) => {
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
}
