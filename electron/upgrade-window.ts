import type { ElectronApi, WindowApi } from './electron-api.ts'
import type { ShellWords } from './words.ts'

/** The window that stands while the database of an older program is brought up. */
export type UpgradeWindow = {
  readonly show: (at: { readonly step: number; readonly of: number }) => void
  readonly close: () => void
}

/** Makes its keeper. Who closes the window is not shown it again: the steps go on all the same. */
export function createUpgradeWindow(openWindow: ElectronApi['openWindow'], words: ShellWords): UpgradeWindow {
  let window: WindowApi | null = null
  let closed = false

  function open(): WindowApi {
    const opened = openWindow({
      show: true,
      kiosk: false,
      width: 520,
      height: 240,
      title: words.product,
      devTools: false,
    })
    opened.onClosed(() => {
      closed = true
      window = null
    })
    return opened
  }

  return {
    show: ({ step, of }) => {
      if (closed) return
      window ??= open()
      const stepWords = words.upgradeStep.replace('{{step}}', String(step)).replace('{{of}}', String(of))
      // The page of the next step may take its place before it is drawn.
      window.load(pageOf(words.product, words.upgrading, stepWords)).catch(() => undefined)
    },
    close: () => window?.destroy(),
  }
}

/** A page of its own without a server, which is not there yet. */
function pageOf(product: string, sentence: string, step: string): string {
  const html = `<!doctype html><meta charset="utf-8"><title>${escaped(product)}</title>
<style>body{margin:0;height:100vh;display:grid;align-content:center;justify-items:center;gap:8px;padding:0 32px;box-sizing:border-box;
background:#f6f4ef;color:#1d2126;font:16px/1.6 "Microsoft YaHei",system-ui,sans-serif;text-align:center}p{margin:0}small{color:#565d66;font-size:14px}</style>
<p>${escaped(sentence)}</p><small>${escaped(step)}</small>`
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
