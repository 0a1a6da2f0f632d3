// The dialog holds the page until it is closed; only then is the file of no more use.
const KEPT_MS = 10 * 60_000

/**
 * Lays a PDF into a hidden frame; the answer opens the browser's own print dialog on it, without leaving the page. The bytes
 * are handed over, not their address: the server answers files in a sandbox, in which no browser shows a PDF.
 * @example const print = await layInFrame(file); print()
 */
export async function layInFrame(file: Blob): Promise<() => void> {
  const address = URL.createObjectURL(file)
  const frame = document.createElement('iframe')
  frame.className = 'pr-frame'
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true })
  })
  frame.src = address
  document.body.append(frame)
  await loaded
  window.setTimeout(() => {
    frame.remove()
    URL.revokeObjectURL(address)
  }, KEPT_MS)
  return () => {
    frame.contentWindow?.focus()
    frame.contentWindow?.print()
  }
}

/** Whether this browser can show a PDF in a frame, and so print one. */
export function canPrintInFrame(): boolean {
  return navigator.pdfViewerEnabled
}
