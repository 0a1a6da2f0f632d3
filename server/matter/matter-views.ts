import type { StoredMatterFile } from '../../db/repos/matter-repo.ts'
import type { Reads } from '../../db/store.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import { decisionReady } from '../../domain/matter/decision-ready.ts'
import { matterPath, type MatterStage } from '../../domain/matter/matter-path.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { policyOf } from '../../domain/notice/placement.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { usualPeriod } from '../../domain/voice/consultation.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'
import { type Principal, requireRole } from '../principal.ts'
import { consultationView, noticeRefs } from './consultation-view.ts'
import { type MatterStanding, matterStanding } from './matter-standing.ts'
import type {
  ConsultationView,
  EntryView,
  MatterDetail,
  MatterNoticeRef,
  MatterOfNotice,
  MatterRow,
} from './views.ts'

/**
 * Whether a person reads decision files: everybody who writes or decides on notices. Refuses `trust.role-missing`.
 * @example mayReadMatters(principal).ok
 */
export function mayReadMatters(principal: Principal): Result<true> {
  return requireRole(
    principal,
    'HANDLER',
    'REVIEWER',
    'SECRECY_REVIEWER',
    'LEGALITY_REVIEWER',
    'DEPUTY_LEADER',
  )
}

function entryViews(read: Reads, standing: MatterStanding): readonly EntryView[] {
  const calendar = calendarOf(read)
  const files = new Map(read.matter.files(standing.matter.id).map((file) => [file.id, file]))
  const noticeIds = standing.allEntries.flatMap(({ noticeId }) => (noticeId === null ? [] : [noticeId]))
  const titles = new Map(read.matter.titles(noticeIds).map(({ id, title }) => [id, title]))
  const voided = new Map(standing.allEntries.flatMap((one) => (one.voids === null ? [] : [[one.voids, one]])))
  return standing.allEntries
    .filter(({ step }) => step !== 'VOID')
    .map((entry) => {
      const file = entry.fileId === null ? undefined : files.get(entry.fileId)
      const end = voided.get(entry.sequence)
      const term = { amount: entry.workdays ?? 0, unit: 'workday', start: entry.on } as const
      return {
        sequence: entry.sequence,
        step: entry.step,
        on: entry.on,
        heading: entry.heading,
        text: entry.text,
        measure: entry.measure,
        result: entry.result,
        workdays: entry.workdays,
        // What the reviewer was told holds, also when the calendar has changed since.
        due: entry.dueOn === null ? null : { ...dueOf(term, calendar), due: entry.dueOn, term },
        notice:
          entry.noticeId === null ? null : { id: entry.noticeId, title: titles.get(entry.noticeId) ?? '' },
        file: file ? { id: file.id, name: file.name, size: file.size } : null,
        by: entry.byName,
        at: entry.enteredAt,
        void: end ? { reason: end.text, by: end.byName, on: civilDateOf(end.enteredAt) } : null,
      }
    })
}

type Parts = {
  readonly standing: MatterStanding
  readonly notices: readonly MatterNoticeRef[]
  readonly consultations: readonly ConsultationView[]
}

// Interpretations are found by what they say they interpret, so one that was begun elsewhere is here too.
function interpretationRefs(read: Reads, decisions: readonly MatterNoticeRef[]): readonly MatterNoticeRef[] {
  const ids = decisions.flatMap(({ id }) => read.placement.interpreting(id))
  return noticeRefs(
    read,
    [...new Set(ids)].map((noticeId) => ({ noticeId, role: 'INTERPRETATION' as const })),
  )
}

function partsOf(read: Reads, standing: MatterStanding, handles: boolean): Parts {
  const linked = noticeRefs(read, standing.links)
  const found = interpretationRefs(
    read,
    linked.filter(({ role }) => role === 'DECISION'),
  )
  return {
    standing,
    notices: [...linked, ...found.filter(({ id }) => !linked.some((one) => one.id === id))],
    consultations: standing.consultations.map((one) =>
      consultationView(read, one, { today: standing.today, handles }),
    ),
  }
}

function interpretationOf(read: Reads, notices: readonly MatterNoticeRef[]): MatterDetail['interpretation'] {
  const decision = notices.findLast(({ role }) => role === 'DECISION')
  const notice = decision && read.notice.byId(decision.id)
  if (!notice) return null
  const policy = policyOf(notice.content, read.placement.of(notice.id))
  const duty = read.duty.interpretationOf(notice.id)
  return {
    due: duty?.due ?? null,
    waived: policy?.interpretation === 'WAIVED' ? policy.reason : null,
  }
}

function doneStages(read: Reads, { standing, notices, consultations }: Parts): ReadonlySet<MatterStage> {
  const done = new Set<MatterStage>()
  const published = (role: MatterNoticeRef['role']) =>
    notices.some((one) => one.role === role && one.publishedOn !== null)
  for (const { step } of standing.entries) {
    if (step === 'PROPOSAL' || step === 'DISCUSSION' || step === 'DELIBERATION' || step === 'RESOLUTION') {
      done.add(step)
    }
    if (step === 'MEETING' || step === 'PROGRESS') done.add(step)
  }
  if (consultations.at(-1)?.state === 'RESULT_PUBLISHED') done.add('CONSULTATION')
  if (standing.legality !== null && standing.legality !== 'UNLAWFUL') done.add('LEGALITY')
  if (published('DECISION')) done.add('DECISION')
  if (published('INTERPRETATION') || interpretationOf(read, notices)?.waived) done.add('INTERPRETATION')
  if (published('PROGRESS')) done.add('PROGRESS')
  return done
}

function rowOf(read: Reads, parts: Parts): MatterRow {
  const { standing, notices, consultations } = parts
  const { matter } = standing
  const unit = read.unit.byId(matter.unitId)
  if (!unit) throw new Error('a matter is of a unit that is there')
  const path = matterPath(matter.kind, doneStages(read, parts))
  const newest = consultations.at(-1)
  const asked = standing.entries.findLast(({ step }) => step.startsWith('LEGALITY'))
  return {
    id: matter.id,
    title: matter.title,
    kind: matter.kind,
    unit: { id: unit.id, name: unit.name, kind: unit.kind },
    next: path.find(({ state }) => state === 'NEXT')?.stage ?? null,
    consultation: newest
      ? {
          id: newest.id,
          state: newest.state,
          opensOn: newest.opensOn,
          closesOn: newest.closesOn,
          unanswered: newest.unanswered,
          counts: newest.counts,
        }
      : null,
    legalityDue: asked?.dueOn ?? null,
    decidedOn: notices.find(({ role }) => role === 'DECISION')?.publishedOn ?? null,
    editedAt: matter.editedAt,
  }
}

/**
 * Every matter with what comes next in it, the one last worked on first.
 * @example matterRows(read, '2026-09-03')[0]?.next // 'LEGALITY'
 */
export function matterRows(read: Reads, today: CivilDate): readonly MatterRow[] {
  return read.matter
    .list()
    .map((matter) => rowOf(read, partsOf(read, matterStanding(read, matter, today), false)))
}

/**
 * A matter of the register. Refuses `matter.not-found`.
 * @example findMatter(read, id)
 */
export function findMatter(read: Reads, id: string): Result<StoredMatterFile> {
  const matter = read.matter.byId(id)
  return matter ? accept(matter) : refuse('matter.not-found')
}

/**
 * A matter with its whole file. Refuses `matter.not-found`.
 * @example matterDetail(read, principal, id, '2026-09-03')
 */
export function matterDetail(
  read: Reads,
  principal: Principal,
  id: string,
  today: CivilDate,
): Result<MatterDetail> {
  const matter = findMatter(read, id)
  if (!matter.ok) return matter
  const handles = requireRole(principal, 'HANDLER').ok
  const standing = matterStanding(read, matter.value, today)
  const parts = partsOf(read, standing, handles)
  const ready = decisionReady(standing.ground)
  const { target, measures, owner, kind } = matter.value
  const underWay = standing.consultations.some(({ state }) => state !== 'RESULT_PUBLISHED')
  return accept({
    ...rowOf(read, parts),
    target,
    measures,
    owner,
    today,
    path: matterPath(kind, doneStages(read, parts)),
    entries: entryViews(read, standing),
    notices: parts.notices,
    consultations: parts.consultations,
    usual: usualPeriod(kind),
    decisionBlocked: ready.ok ? null : { code: ready.code, params: ready.params },
    interpretation: interpretationOf(read, parts.notices),
    kindFixed: isKindFixed(standing),
    may: { edit: handles, plan: handles && !underWay },
  })
}

/**
 * Whether the kind of a matter can no longer change: something in its file was judged by it.
 * @example isKindFixed(standing) // false
 */
export function isKindFixed(standing: MatterStanding): boolean {
  return standing.allEntries.length + standing.links.length + standing.consultations.length > 0
}

/**
 * The matter a notice belongs to; null when it belongs to none.
 * @example matterOfNotice(read, noticeId)?.title
 */
export function matterOfNotice(read: Reads, noticeId: string): MatterOfNotice {
  const link = read.matter.linkOf(noticeId)
  const matter = link && read.matter.byId(link.matterId)
  return link && matter ? { id: matter.id, title: matter.title, role: link.role } : null
}
