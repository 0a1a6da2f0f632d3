import type { StoredPrintJob } from '../../../db/repos/print-job-repo.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import { printState, tookNothing } from '../../../domain/sheet/print-state.ts'
import { SHEET_FORMS } from '../../../domain/sheet/template.ts'
import type { Deps } from '../../deps.ts'
import { templateVersion } from '../template/find-template.ts'
import { noticeOfPrint } from './notice-of-print.ts'
import { launchOf } from './print-queue.ts'
import type { PrintJobView, PrintRun, PrintSubject, TypeReport } from './views.ts'

/** Its PDF as it is wanted now: one made before somebody left characters for the pen is not. */
function currentBuild({ build, byHand }: StoredPrintJob): StoredPrintJob['build'] {
  const again = byHand !== null && byHand.length > 0
  return build !== null && (build.decided || !again) ? build : null
}

function runView(run: StoredPrintJob['runs'][number]): PrintRun {
  const { number, route, printer, copies, pages, at, by, outcome } = run
  return { number, route, printer, copies, pages, sentAt: at, by, refused: tookNothing(run), outcome }
}

function templateOf(
  { store: { read } }: Deps,
  build: StoredPrintJob['build'],
  asked: string | null,
): PrintJobView['template'] {
  const { templateId = null, templateForm = null } = build ?? {}
  if (build !== null && templateId !== null && templateForm !== null) {
    const found = templateVersion(read, templateId, build.templateVersion ?? 0)
    return { id: templateId, form: templateForm, name: found.ok ? found.value.name : '' }
  }
  // Nothing was made by it: the one that was asked for, so that the screen can offer another than that.
  const shipped = SHEET_FORMS.find((form) => form === asked)
  if (shipped !== undefined) return { id: shipped, form: shipped, name: '' }
  const stored = asked === null ? undefined : read.sheetTemplate.byId(asked)
  return stored ? { id: stored.id, form: stored.form, name: stored.version.name } : null
}

/**
 * A print job as the desk shows it; its state is read from what happened to it.
 * @example jobView(deps, deps.store.read.printJob.byId(id)).state // 'READY'
 */
export function jobView(deps: Deps, job: StoredPrintJob): PrintJobView {
  const build = currentBuild(job)
  const subject = JSON.parse(job.subject) as PrintSubject
  const refusal = build?.refusal ? (JSON.parse(build.refusal) as Pick<Refusal, 'code' | 'params'>) : null
  const type = build?.typeReport ? (JSON.parse(build.typeReport) as TypeReport) : null
  return {
    id: job.id,
    title: job.title,
    subject,
    noticeId: noticeOfPrint(deps.store.read, subject),
    template: templateOf(deps, build, job.templateId),
    state: printState({
      cancelled: job.cancelled,
      built: build === null ? 'NOT_YET' : refusal === null ? 'MADE' : 'REFUSED',
      pages: build?.pages ?? 0,
      runs: job.runs.map((run) => ({ ...run, ours: run.launch === launchOf(deps) })),
    }),
    refusal: refusal && { code: refusal.code, params: wire(refusal.params) },
    pages: build?.pages ?? null,
    sha256: build?.sha256 ?? null,
    editionHash: job.editionHash,
    type,
    byHand: job.byHand ?? [],
    undecided: type !== null && type.missing.length > 0 && job.byHand === null,
    runs: job.runs.map(runView),
    createdAt: job.at,
    by: job.by,
  }
}

function wire(params: Refusal['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
  )
}
