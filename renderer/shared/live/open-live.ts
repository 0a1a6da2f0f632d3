import type { LiveEvent } from '../../../server/signage/views.ts'

const FIRST_AGAIN_MS = 2000
const MOST_AGAIN_MS = 60_000
// The server speaks every fifteen seconds: after three silent ones the line is dead, whatever the browser believes of it.
const SILENT_MS = 50_000

/** The part of `EventSource` that is used; a test puts its own in. */
export type LiveSource = {
  readonly close: () => void
  onmessage: (data: string) => void
  onerror: () => void
}

/** What a page wants to hear. */
export type LiveListener = {
  readonly onEvent: (event: LiveEvent) => void
  /** Whether the line stands; without it the page asks by itself as it always does. */
  readonly onLine?: (stands: boolean) => void
}

function browserSource(address: string): LiveSource {
  const source = new EventSource(address)
  const live: LiveSource = {
    close: () => {
      source.close()
    },
    onmessage: () => undefined,
    onerror: () => undefined,
  }
  source.addEventListener('board', (event: MessageEvent<string>) => {
    live.onmessage(event.data)
  })
  source.addEventListener('error', () => {
    live.onerror()
  })
  return live
}

function readEvent(data: string): LiveEvent | null {
  try {
    const event = JSON.parse(data) as Partial<LiveEvent>
    const right = typeof event.version === 'string' && typeof event.asOf === 'string'
    return right && Array.isArray(event.withdrawn) ? (event as LiveEvent) : null
  } catch {
    return null
  }
}

/**
 * Listens to the board's changes as long as there is a line, and tries again with growing pauses when there is none. The line is a
 * convenience: nothing waits for it, and its failure changes nothing on the glass. The last id is handed on by hand, since a new
 * source begins without one and would not be told what was taken down meanwhile.
 * @example const stop = openLive({ onEvent: ({ version }) => refresh(version) })
 */
export function openLive(
  { onEvent, onLine }: LiveListener,
  open: (address: string) => LiveSource = browserSource,
): () => void {
  let source: LiveSource | null = null
  let timer = 0
  let watchdog = 0
  let again = FIRST_AGAIN_MS
  let seen = ''

  function watch(): void {
    window.clearTimeout(watchdog)
    watchdog = window.setTimeout(broken, SILENT_MS)
  }

  function connect(): void {
    source = open(`/api/public/live${seen === '' ? '' : `?since=${encodeURIComponent(seen)}`}`)
    source.onmessage = (data) => {
      const event = readEvent(data)
      if (event === null) return
      again = FIRST_AGAIN_MS
      watch()
      onLine?.(true)
      onEvent(event)
      seen = event.mark
    }
    source.onerror = broken
    watch()
  }

  function broken(): void {
    window.clearTimeout(watchdog)
    window.clearTimeout(timer)
    source?.close()
    source = null
    onLine?.(false)
    // Not all screens of a wall in the same moment.
    timer = window.setTimeout(connect, again * (0.75 + Math.random() / 2))
    again = Math.min(MOST_AGAIN_MS, again * 2)
  }

  // A browser that cannot listen asks by itself.
  if (open === browserSource && typeof EventSource === 'undefined') return () => undefined
  connect()
  return () => {
    window.clearTimeout(timer)
    window.clearTimeout(watchdog)
    source?.close()
    source = null
  }
}
