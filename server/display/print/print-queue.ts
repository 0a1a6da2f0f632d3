import { randomUUID } from 'node:crypto'
import { accept, refuse, type Refusal, type Result } from '../../../domain/refusal.ts'
import { definitionOf } from '../../../domain/sheet/template-definition.ts'
import type { StoredPrintJob } from '../../../db/repos/print-job-repo.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { buildSheet, type BuiltSheet } from './build-print.ts'
import { checkSubject } from './check-subject.ts'
import { cleanSpool } from './clean-spool.ts'
import type { SheetOrder } from './print-subject.ts'
import type { PrintSubject } from './views.ts'

type State = {
  running: Promise<void> | null
  /** The sheet that is being made, and the way to let go of it. */
  making: { readonly id: string; readonly letGo: AbortController } | null
  stopped: boolean
  /** Settles when the queue is to end; what is being printed then is not waited for. */
  readonly end: Promise<void>
  readonly stop: () => void
  readonly launch: string
}

// By the tickets, which a copy of the parts with another clock shares.
const states = new WeakMap<Deps['tickets'], State>()

const HOUR = 3_600_000
const MINUTE = 60_000

function stateOf(deps: Deps): State {
  const known = states.get(deps.tickets)
  if (known) return known
  const { promise: end, resolve: stop } = Promise.withResolvers<void>()
  const state: State = { running: null, making: null, stopped: false, end, stop, launch: randomUUID() }
  states.set(deps.tickets, state)
  return state
}

/**
 * This start of the program: what an earlier one was sending when it ended is unsure.
 * @example launchOf(deps) === run.launch
 */
export function launchOf(deps: Deps): string {
  return stateOf(deps).launch
}

function refusedRow(deps: Deps, job: StoredPrintJob, { code, params }: Refusal): void {
  deps.store.tx((write) =>
    write.printJob.addBuild({
      jobId: job.id,
      decided: job.byHand !== null,
      refusal: JSON.stringify({ code, params }),
      at: deps.clock.now(),
    }),
  )
}

function madeRow(
  deps: Deps,
  job: StoredPrintJob,
  maker: Principal,
  { sheet, pages, type }: BuiltSheet,
  sha256: string,
): void {
  const { template, edition } = sheet
  const displayed = edition?.displayed ?? null
  deps.store.tx((write) => {
    // Withdrawn or replaced while the browser was at it: the job says so, and the file goes at the next clearing.
    const subject = JSON.parse(job.subject) as PrintSubject
    const still = checkSubject(deps, maker, subject, { current: job.current, displayed })
    if (!still.ok) return refusedRow(deps, job, still)
    write.printJob.addBuild({
      jobId: job.id,
      decided: job.byHand !== null,
      sha256,
      pages,
      paper: template.paper.size,
      typeReport: JSON.stringify(type),
      templateId: template.id,
      templateVersion: template.version,
      templateForm: template.form,
      templateDefinition: JSON.stringify(definitionOf(template)),
      displayed,
      at: deps.clock.now(),
    })
  })
}

async function keepSheet(
  deps: Deps,
  ...order: [principal: Principal, order: SheetOrder, address: string]
): Promise<Result<{ readonly sheet: BuiltSheet; readonly sha256: string }>> {
  const sheet = await buildSheet(deps, ...order)
  if (!sheet.ok) return sheet
  return accept({ sheet: sheet.value, sha256: await deps.spool.put(sheet.value.bytes) })
}

async function build(deps: Deps, job: StoredPrintJob, address: string): Promise<void> {
  const { read } = deps.store
  const account = read.office.accountById(job.accountId)
  if (!account) throw new Error('a print job names an account')
  const subject = JSON.parse(job.subject) as PrintSubject
  const order = { subject, templateId: job.templateId, byHand: job.byHand ?? [] }
  const state = stateOf(deps)
  const letGo = new AbortController()
  state.making = { id: job.id, letGo }
  const { printer } = deps
  const parts = { ...deps, printer: { ...printer, print: (url: string) => printer.print(url, letGo.signal) } }
  const made = await keepSheet(parts, account, order, address).catch((error: unknown) => {
    // A full disk, for example: this one has failed, the others are still made.
    deps.logger.error({ err: error }, 'a sheet could not be built')
    return refuse('print.failed', { reason: '' })
  })
  state.making = null
  // Neither is a failure: the next start makes it, or nobody wants it any more.
  if (state.stopped || letGo.signal.aborted) return
  if (made.ok) return madeRow(deps, job, account, made.value.sheet, made.value.sha256)
  refusedRow(deps, job, made)
}

async function run(deps: Deps, state: State, address: string): Promise<void> {
  const next = () => (state.stopped ? undefined : deps.store.read.printJob.nextToBuild())
  try {
    // Again for one that came while the browser was being closed.
    while (next()) {
      // One browser for all that waits, a page each; asked anew after every sheet, so that a cancelled one is left out.
      await deps.printer.together(async () => {
        for (let job = next(); job; job = next()) await Promise.race([build(deps, job, address), state.end])
      })
    }
  } catch (error) {
    // Not even the failure could be noted: the jobs stay as they are, and the next minute, start or job tries again.
    if (!state.stopped) deps.logger.error({ err: error }, 'the print queue stopped')
  }
  state.running = null
}

/**
 * Makes the PDFs of the jobs that wait for one, oldest first; returns at once. `address` is that of the public mount.
 * @example startPrinting(deps, c.env.mount.publicAddress())
 */
export function startPrinting(deps: Deps, address: string): void {
  const state = stateOf(deps)
  if (state.running || state.stopped) return
  state.running = Promise.resolve().then(() => run(deps, state, address))
}

/**
 * Lets go of a sheet that nobody wants any more, so that one that hangs does not keep the others waiting.
 * @example letGoOf(deps, id)
 */
export function letGoOf(deps: Deps, id: string): void {
  const { making } = stateOf(deps)
  if (making?.id === id) making.letGo.abort()
}

/**
 * Waits until every PDF that was asked for is made.
 * @example await printingIdle(deps)
 */
export async function printingIdle(deps: Deps): Promise<void> {
  for (let { running } = stateOf(deps); running; { running } = stateOf(deps)) await running
}

/**
 * Goes on with what an earlier start of the program left to be made, now and whenever something was left lying, and clears
 * the spool now and every hour. Gives the function that ends it, to be called before the store is closed.
 * @example const stop = openPrintQueue(deps, 'http://127.0.0.1:8632')
 */
export function openPrintQueue(deps: Deps, address: string): () => Promise<void> {
  const state = stateOf(deps)
  const clean = () => {
    cleanSpool(deps).catch((error: unknown) =>
      deps.logger.error({ err: error }, 'the spool could not be cleared'),
    )
  }
  const goOn = () => {
    if (deps.store.read.printJob.nextToBuild()) startPrinting(deps, address)
  }
  goOn()
  clean()
  const timers = [setInterval(clean, HOUR).unref(), setInterval(goOn, MINUTE).unref()]
  return async () => {
    state.stopped = true
    state.stop()
    for (const timer of timers) clearInterval(timer)
    await state.running
  }
}
