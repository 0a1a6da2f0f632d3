import type { DisplayRecord, StoredDisplayStop } from '../../../db/repos/public-display-repo.ts'
import { reckonDisplay } from '../../../domain/display/display-run.ts'
import { stillRuns } from '../../../domain/display/display-state.ts'
import { isAnswered } from '../../../domain/display/objection.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import { hungOnNoBoard } from '../../posting/hung-on-no-board.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { personRefs } from '../../register/unit-ref.ts'
import { displayStanding, type DisplayStanding, stopsOf } from './display-facts.ts'
import { displayRow, editionOf, type DisplayViewing, viewingOf } from './display-views.ts'
import { CONFIRMING_ROLES, DISPLAY_ROLES } from './find-display.ts'
import type {
  DisplayDetail,
  DisplayResultView,
  DisplayRunView,
  DisplayStopView,
  ObjectionView,
} from './views.ts'

function stopView({ kind, onDay, reason, accountId, byName }: StoredDisplayStop): DisplayStopView {
  return { kind, on: onDay, reason, by: { id: accountId, name: byName } }
}

/**
 * The spans of a display with what stopped them, oldest first.
 * @example runViews(record, viewing).at(-1)?.stop?.kind
 */
export function runViews(record: DisplayRecord, { read }: DisplayViewing): readonly DisplayRunView[] {
  const person = personRefs(read)
  return record.runs.map((run) => {
    const { stop, gap } = stopsOf(record, run)
    return {
      number: run.number,
      kind: run.kind,
      startsOn: run.startsOn,
      endsOn: run.endsOn,
      term: run.term,
      provisional: run.provisional,
      reason: run.reason,
      editionNumber: read.edition.byId(run.editionId)?.editionNumber ?? 0,
      by: person(run.accountId),
      at: run.at,
      stop: stop && stopView(stop),
      gap: gap && stopView(gap),
    }
  })
}

/**
 * The objections of a display with their answers, in the order in which they came.
 * @example objectionViews(record, standing, viewing)[0]?.answered
 */
export function objectionViews(
  record: DisplayRecord,
  standing: DisplayStanding,
  { read }: DisplayViewing,
): readonly ObjectionView[] {
  const person = personRefs(read)
  const numbers = new Map(record.objections.map(({ id, number }) => [id, number]))
  const entries = Map.groupBy(record.entries, ({ objectionId }) => objectionId)
  return record.objections.map(({ displayId: _display, enteredBy, enteredAt: _at, ...objection }) => {
    const found = standing.objections.find(({ id }) => id === objection.id)
    return {
      ...objection,
      late: objection.receivedOn > standing.lastDay,
      enteredBy: person(enteredBy),
      answered: isAnswered(objection.id, standing.objections),
      mergedInto: numbers.get(found?.mergedInto ?? '') ?? null,
      entries: (entries.get(objection.id) ?? []).map((entry) => ({
        kind: entry.kind,
        answer: entry.answer,
        into: numbers.get(entry.intoId ?? '') ?? null,
        by: { id: entry.accountId, name: entry.byName },
        at: entry.at,
      })),
    }
  })
}

function resultViews(record: DisplayRecord, { read }: DisplayViewing): readonly DisplayResultView[] {
  const person = personRefs(read)
  return record.results.map(({ id, kind, text, proposedBy, proposedAt, decided }) => ({
    id,
    kind,
    text,
    by: person(proposedBy),
    at: proposedAt,
    decided: decided && {
      decision: decided.decision,
      reason: decided.reason,
      by: person(decided.decidedBy),
      on: decided.decidedOn,
    },
  }))
}

function mayOf(standing: DisplayStanding, principal: Principal): DisplayDetail['may'] {
  const { state, stop, result } = standing
  const works = requireRole(principal, ...DISPLAY_ROLES).ok
  const ended = !stillRuns(state) && stop === null && state !== 'RESULT_PUBLISHED'
  const waits = result !== null && result.decided === null && stop === null
  const own = result?.proposedBy === principal.id
  return {
    object: works,
    answer: works,
    propose: works && ended && result === null && standing.unanswered === 0,
    confirm: waits && !own && requireRole(principal, ...CONFIRMING_ROLES).ok,
    remove: works && stillRuns(state),
    interrupt: works && stop === null && state !== 'SCHEDULED' && state !== 'RESULT_PUBLISHED',
    displayAgain: works && stop !== null && stop.kind !== 'WITHDRAWN',
  }
}

/**
 * One display with everything the office knows of it, for those who work on displays: names of those who objected are in it.
 * Refuses `trust.role-missing`, `display.not-found`.
 * @example displayDetail(deps, handler, id)
 */
export function displayDetail(deps: Deps, principal: Principal, id: string): Result<DisplayDetail> {
  const allowed = requireRole(principal, ...DISPLAY_ROLES)
  if (!allowed.ok) return allowed
  const viewing = viewingOf(deps)
  const { read, calendar, today } = viewing
  const record = read.publicDisplay.byId(id)
  if (!record) return refuse('display.not-found')
  const standing = displayStanding(record, calendar, today)
  const edition = editionOf(read, standing)
  const { display: plan } = JSON.parse(edition.content) as PublicContent
  if (!plan) throw new Error('a span names an edition of a 公示')
  return accept({
    ...displayRow(record, viewing),
    today,
    documentNumber: edition.documentNumber,
    hash: edition.hash,
    length: plan.length,
    places: plan.places.map(({ name }) => name),
    route: plan.objection,
    basis: plan.basis,
    reckoned: { ...reckonDisplay(standing.run.term, calendar), term: standing.run.term },
    runs: runViews(record, viewing),
    objectionList: objectionViews(record, standing, viewing),
    results: resultViews(record, viewing),
    may: mayOf(standing, principal),
    hungOnNoBoard: standing.stop === null && hungOnNoBoard(deps, record.display.noticeId, standing.lastDay),
    ownResult: standing.result?.decided === null && standing.result.proposedBy === principal.id,
  })
}
