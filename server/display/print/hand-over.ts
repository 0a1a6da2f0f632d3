import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { PrintSending } from '../../../domain/sheet/print-state.ts'
import type { Deps } from '../../deps.ts'
import type { JobFile } from './job-file.ts'
import type { SendOrder } from './send-print.ts'
import type { PrintJobView } from './views.ts'

/** What became of a handing over: what is noted of it, and what the person hears. */
export type HandedOver = {
  readonly ending: NonNullable<PrintSending['ending']>
  readonly answer: Result<true>
}

async function layOut(deps: Deps, job: PrintJobView, { bytes }: JobFile): Promise<string> {
  const folder = join(deps.dataFolder, 'spool', 'out')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // A name with its ending, by which a viewer knows what it is; nothing of the notice, since it stands in lists of files opened.
  const path = join(folder, `${job.id}.pdf`)
  await rm(path, { force: true })
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
  } finally {
    await handle.close()
  }
  return path
}

async function print(
  deps: Deps,
  job: PrintJobView,
  { printer, copies }: SendOrder,
  path: string,
  address: string,
): Promise<Result<true>> {
  const mediaType = 'application/pdf'
  const secret = deps.tickets.issue({
    page: null,
    file: (hash) => Promise.resolve(hash === job.sha256 ? { path, mediaType } : null),
  })
  try {
    return await deps.printers.print({
      ...{ file: path, printer, copies },
      paper: deps.store.read.printJob.byId(job.id)?.build?.paper ?? 'A4',
      label: `board-${job.id}`,
      drawing: `${address}/sheet/?drawn=${secret}&file=${job.sha256}`,
    })
  } finally {
    deps.tickets.end(secret)
    // A spooler or a virus scanner may still hold it: that says nothing of the paper, and the next sending takes it away.
    await rm(path, { force: true }).catch((error: unknown) =>
      deps.logger.warn({ err: error }, 'a printed file could not be removed'),
    )
  }
}

/**
 * Hands a file to a printer, to the viewer, or to nobody when the browser prints it. Only a plain no means that nothing went to
 * paper: what breaks once the file is out of our hands is UNKNOWN. Answers `print.failed` when the disk takes no file,
 * `print.printer-refused`, `print.printer-silent`, `print.viewer-failed`.
 * @example (await handOver(deps, job, order, file, address)).ending // 'HANDED'
 */
export async function handOver(
  deps: Deps,
  job: PrintJobView,
  order: SendOrder,
  file: JobFile,
  address: string,
): Promise<HandedOver> {
  const { route, printer } = order
  if (route === 'BROWSER') return { ending: 'HANDED', answer: accept(true) }
  let path: string
  try {
    path = await layOut(deps, job, file)
  } catch (error) {
    deps.logger.error({ err: error }, 'a file could not be laid out for printing')
    return { ending: 'REFUSED', answer: refuse('print.failed', { reason: '' }) }
  }
  try {
    const answer =
      route === 'VIEWER'
        ? ((await deps.printers.view?.(path)) ?? refuse('print.viewer-failed'))
        : await print(deps, job, order, path, address)
    if (answer.ok) return { ending: 'HANDED', answer }
    return { ending: answer.code === 'print.printer-silent' ? 'UNKNOWN' : 'REFUSED', answer }
  } catch (error) {
    deps.logger.error({ err: error }, 'nobody knows whether a print job was handed over')
    // A viewer that broke may stand open all the same: the person looks, and says what came out.
    const answer = route === 'VIEWER' ? accept(true as const) : refuse('print.printer-silent', { printer })
    return { ending: 'UNKNOWN', answer }
  }
}
