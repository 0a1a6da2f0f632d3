import { startBoardServer, whyNotStarted, type StartOptions } from '../server/start.ts'
import { readStartOptions } from '../server/start-options.ts'
import type { FromBoard, PageGlyphs, PageMarks, ToBoard } from './messages.ts'

/** Electron's end of the line to the shell, as far as it is used; `process.parentPort` in a utility process. */
type ParentPort = {
  postMessage: (message: FromBoard) => void
  on: (event: 'message', listener: (event: { data: ToBoard }) => void) => void
}

type Waiting = {
  readonly done: (page: { bytes: Uint8Array; marks: PageMarks; glyphs: PageGlyphs }) => void
  readonly fail: (reason: Error) => void
}

// The board server inside Electron: the very same server, whose sheets are printed by the shell's own Chromium.
const port = (process as unknown as { parentPort: ParentPort }).parentPort
const waiting = new Map<number, Waiting>()
const asking = new Map<number, (answer: Extract<ToBoard, { job: number }>) => void>()
let jobs = 0

function ask(message: (job: number) => FromBoard): Promise<Extract<ToBoard, { job: number }>> {
  return new Promise((done) => {
    jobs += 1
    asking.set(jobs, done)
    port.postMessage(message(jobs))
  })
}

/**
 * Paper through the shell, on Windows only: elsewhere the system's own programs take the PDF itself, which is sharper than
 * any picture of it.
 */
const shellPrinters: StartOptions['printers'] = {
  list: async () => {
    const answer = await ask((job) => ({ kind: 'list-printers', job }))
    return answer.kind === 'printers' ? answer.printers : null
  },
  print: async ({ drawing: address, printer, copies, paper }) => {
    const answer = await ask((job) => ({ kind: 'paper', job, address, printer, copies, paper }))
    if (answer.kind === 'on-paper') return { ok: true, value: true }
    const silent = answer.kind === 'no-paper' && answer.silent
    return { ok: false, code: silent ? 'print.printer-silent' : 'print.printer-refused', params: { printer } }
  },
}

const started = await startBoardServer({
  ...readStartOptions(process.argv.slice(2)),
  ...(process.platform === 'win32' && { printers: shellPrinters }),
  onUpgrade: ({ step, of }) => port.postMessage({ kind: 'upgrading', step, of }),
  kioskShell: { leave: () => port.postMessage({ kind: 'leave-kiosk' }) },
  renderSheet: (address) =>
    new Promise((done, fail) => {
      jobs += 1
      waiting.set(jobs, { done, fail })
      port.postMessage({ kind: 'print', job: jobs, address })
    }),
})

port.on('message', ({ data }) => {
  switch (data.kind) {
    case 'printed':
      waiting.get(data.job)?.done(data)
      waiting.delete(data.job)
      return
    case 'print-failed':
      waiting.get(data.job)?.fail(new Error(data.reason))
      waiting.delete(data.job)
      return
    case 'printers':
    case 'on-paper':
    case 'no-paper':
      asking.get(data.job)?.(data)
      asking.delete(data.job)
      return
    case 'close':
      void (started.ok ? started.value.close() : Promise.resolve()).then(() => process.exit(0))
  }
})

if (started.ok) {
  const { deskUrl, kioskUrl } = started.value
  port.postMessage({ kind: 'listening', deskUrl, kioskUrl })
} else if (started.code === 'office.data-folder-in-use') {
  port.postMessage({ kind: 'already-running', deskUrl: String(started.params['deskUrl']) })
} else {
  port.postMessage({ kind: 'cannot-start', code: started.code, sentences: whyNotStarted(started) })
}
