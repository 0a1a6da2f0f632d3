import { accept, refuse } from '../../../domain/refusal.ts'
import type { Printers } from './printers.ts'
import { runProgram } from './run-program.ts'
import type { PrinterView } from './views.ts'

const ASK_MS = 10_000
const HAND_OVER_MS = 60_000

/** The words by which CUPS names paper. */
const MEDIA = { A4: 'iso_a4_210x297mm', A3: 'iso_a3_297x420mm' } as const

async function cupsPrinters(): Promise<readonly PrinterView[] | null> {
  const [running, listed, usual] = await Promise.all(
    ['-r', '-e', '-d'].map((word) => runProgram('lpstat', [word], ASK_MS)),
  )
  // Without its service it names no printers and calls that a success.
  if (!running || !listed || !usual || !/scheduler is running/u.test(running.output)) return null
  const names = listed.output.split('\n').map((line) => line.trim())
  const [, standard] = /^system default destination: (\S+)$/mu.exec(usual.output) ?? []
  return names
    .filter((name) => name !== '')
    .map((name) => ({ name, displayName: name.replaceAll('_', ' '), isDefault: name === standard }))
}

/**
 * Printers of CUPS (Linux, macOS) through its own programs. The page keeps its size: a printer that fits to its paper would
 * shrink the official geometry.
 * @example await cupsPrinting(null).list() // [{ name: 'HP-2055', displayName: 'HP-2055', isDefault: true }]
 */
export function cupsPrinting(view: Printers['view']): Printers {
  return {
    view,
    list: cupsPrinters,
    print: async ({ file, printer, copies, paper, label }) => {
      const words = ['-d', printer, '-n', String(copies), '-t', label]
      const options = ['-o', `media=${MEDIA[paper]}`, '-o', 'print-scaling=none']
      const { ended } = await runProgram('lp', [...words, ...options, '--', file], HAND_OVER_MS)
      if (ended === 'DONE') return accept(true)
      return refuse(ended === 'TIMED_OUT' ? 'print.printer-silent' : 'print.printer-refused', { printer })
    },
  }
}
