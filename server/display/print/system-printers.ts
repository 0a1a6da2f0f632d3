import { accept, refuse } from '../../../domain/refusal.ts'
import { cupsPrinting } from './cups-printers.ts'
import type { Printers } from './printers.ts'
import { runProgram } from './run-program.ts'

const OPEN_MS = 20_000

/** The program that opens a file with whatever is set for it, and the words before the file. Never a shell. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  linux: ['xdg-open'],
  darwin: ['open'],
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
}

/**
 * The system's own viewer; null where nobody could see it open.
 * @example systemViewer('linux', { DISPLAY: ':0' })
 */
export function systemViewer(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Printers['view'] {
  const opener = OPENERS[platform]
  const screen = platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
  if (opener === undefined || !screen) return null
  const [program, ...words] = opener
  return async (file) => {
    const { ended } = await runProgram(program, [...words, file], OPEN_MS)
    // Some openers stay until the viewer is closed: it is open, and that is what was asked for.
    return ended === 'DONE' || ended === 'TIMED_OUT' ? accept(true) : refuse('print.viewer-failed')
  }
}

/**
 * What this computer prints with outside Electron: CUPS where there is one; Windows has no program that prints a PDF on a
 * named printer, so there it is the viewer or the browser.
 * @example systemPrinting(process.platform, process.env)
 */
export function systemPrinting(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Printers {
  const view = systemViewer(platform, env)
  if (platform !== 'win32') return cupsPrinting(view)
  return {
    view,
    list: () => Promise.resolve(null),
    print: ({ printer }) => Promise.resolve(refuse('print.printer-unknown', { printer })),
  }
}
