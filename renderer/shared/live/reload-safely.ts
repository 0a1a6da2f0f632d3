const ANSWER_MS = 10_000

/** What reloading needs of the world; a test puts its own in. */
export type Reloader = {
  readonly probe: (signal: AbortSignal) => Promise<boolean>
  readonly reload: () => void
}

const browserReloader: Reloader = {
  probe: async (signal) => {
    // The page itself must be there, whole: a server that answers the API and not the page would leave an error page on the wall.
    const page = await fetch(window.location.pathname, { signal, cache: 'no-store' })
    return page.ok && (await page.text()).includes('id="root"')
  },
  reload: () => {
    window.location.reload()
  },
}

/**
 * Loads the page anew only if the server hands it out at this moment: a page that reloads into an absent server is an error page of
 * the browser, for ever. Gives whether it did.
 * @example if (!(await reloadSafely())) tryAgainLater()
 */
export async function reloadSafely({ probe, reload }: Reloader = browserReloader): Promise<boolean> {
  const answers = await probe(AbortSignal.timeout(ANSWER_MS)).catch(() => false)
  if (answers) reload()
  return answers
}
