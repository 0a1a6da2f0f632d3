import { appendFileSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { PDFDocument } from 'pdf-lib'
import { pino } from 'pino'
import { createDeps } from '../../server/create-deps.ts'
import { renderedPrinter } from '../../server/display/pdf-printer.ts'
import { listOpenPrints } from '../../server/display/print/print-lists.ts'
import { openPrintQueue, printingIdle } from '../../server/display/print/print-queue.ts'
import { sendPrint } from '../../server/display/print/send-print.ts'
import { tellOutcome } from '../../server/display/print/tell-print.ts'

/**
 * A board that makes the PDFs that wait, sends what is ready and tells what came out. Its printer writes each sheet into a file
 * the test can read, as paper that cannot be taken back. Killed at any moment by kill-print.test.ts.
 */
const [dataFolder = '', paper = ''] = process.argv.slice(2)
flushCompileCache()

const document = await PDFDocument.create()
document.addPage([595, 842])
const pdf = await document.save()
const created = createDeps(dataFolder, {
  logger: pino({ level: 'silent' }),
  // The day of the list that is printed: one of another day goes nowhere.
  clock: { now: () => '2026-11-20T02:00:00.000Z', elapsed: () => performance.now() },
  printers: {
    list: () => Promise.resolve([{ name: 'P', displayName: 'P', isDefault: true }]),
    print: async ({ label }) => {
      await new Promise((done) => setTimeout(done, 10))
      appendFileSync(paper, `${label}\n`)
      await new Promise((done) => setTimeout(done, 10))
      return { ok: true, value: true }
    },
  },
})
if (!created.ok) throw new Error(created.code)
const deps = {
  ...created.value,
  printer: renderedPrinter(
    () => Promise.resolve({ bytes: pdf, marks: { ready: 'true', lastLine: '终' } }),
    () => Promise.resolve(['终']),
  ),
}
const [account] = deps.store.read.office.accounts()
if (!account) throw new Error('there is a person')
writeSync(1, 'ready\n')

process.stdin.once('data', () => void go())

async function go(): Promise<void> {
  if (!account) return
  // As after a start: what is unsure is said first, then the board asks a person, who here looked and saw nothing.
  for (const { id, state } of listOpenPrints(deps)) if (state === 'UNSURE') writeSync(1, `unsure ${id}\n`)
  openPrintQueue(deps, 'http://127.0.0.1:1')
  writeSync(1, 'open\n')
  await printingIdle(deps)
  writeSync(1, 'sending\n')
  for (const job of listOpenPrints(deps)) {
    if (job.state !== 'READY') continue
    const order = { route: 'PRINTER', printer: 'P', copies: 1, pages: '' } as const
    const sent = await sendPrint(deps, account, job.id, order, '')
    if (!sent.ok) throw new Error(sent.code)
    tellOutcome(deps, account, job.id, { run: sent.value.runs.length, came: 'ALL', pages: '' })
    writeSync(1, `done ${job.id}\n`)
  }
  writeSync(1, 'end\n')
  process.exit(0)
}
