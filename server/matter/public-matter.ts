import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredMatterFile } from '../../db/repos/matter-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { MatterRole } from '../../domain/matter/matter-notice.ts'
import { type Difference, differenceOf } from '../../domain/notice/difference.ts'
import type { CivilDate, PublicContent } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { consultationState } from '../../domain/voice/consultation.ts'
import { shownEdition } from './matter-standing.ts'
import type {
  PublicConsultation,
  PublicMatter,
  PublicMatterNotice,
  PublicMatterRef,
  PublicMatterRow,
  PublicMatters,
} from './public-matter-views.ts'

/** Whether an edition may be seen by the public now. */
export type Visible = (edition: Pick<StoredEdition, 'id'>) => boolean

type Shown = {
  readonly role: MatterRole
  readonly consultationId: string | null
  readonly edition: StoredEdition
}

const contentOf = ({ content }: StoredEdition): PublicContent => JSON.parse(content) as PublicContent

const noticeOf = ({ indexNumber, title, publishDate }: StoredEdition): PublicMatterNotice => ({
  indexNumber,
  title,
  publishDate,
})

// Everything the public learns of a matter comes from here: notices that hang on the board now.
function shownOf(read: Reads, matterId: string, visible: Visible): readonly Shown[] {
  return read.matter.links(matterId).flatMap(({ noticeId, role, consultationId }) => {
    const edition = shownEdition(read, noticeId)
    return edition && visible(edition) ? [{ role, consultationId, edition }] : []
  })
}

function consultationsOf(
  read: Reads,
  matterId: string,
  shown: readonly Shown[],
  today: CivilDate,
): readonly PublicConsultation[] {
  return read.matter.consultations(matterId).flatMap((stored): PublicConsultation[] => {
    const of = (role: MatterRole) =>
      shown.find((one) => one.role === role && one.consultationId === stored.id)?.edition
    const draft = of('DRAFT')
    const { openedOn, closesOn } = stored
    if (!draft || openedOn === null || closesOn === null) return []
    const feedback = of('ADOPTION')
    const told = contentOf(draft).consultation
    const state = consultationState(
      { opensOn: openedOn, closesOn, answered: 0, resultPublished: feedback !== undefined },
      today,
    )
    return [
      {
        // How far the office is with answering is its own affair until the feedback is out.
        state: state === 'RESULT_PUBLISHED' ? 'ANSWERED' : state === 'ANSWERING' ? 'CLOSED' : state,
        draft: noticeOf(draft),
        opensOn: openedOn,
        closesOn,
        channels: told?.channels ?? [],
        shorterReason: told?.shorterReason ?? '',
        feedback: feedback ? { ...noticeOf(feedback), hash: feedback.hash } : null,
      },
    ]
  })
}

function interpretationsOf(read: Reads, shown: readonly Shown[], visible: Visible): PublicMatterNotice[] {
  const found = shown
    .filter(({ role }) => role === 'DECISION')
    .flatMap(({ edition }) => read.placement.publishedInterpretations(edition.indexNumber))
    .flatMap(({ indexNumber }) =>
      read.edition.byIndexNumber(indexNumber).filter((one) => one.state === 'PUBLISHED' && visible(one)),
    )
  const linked = shown.filter(({ role }) => role === 'INTERPRETATION').map(({ edition }) => edition)
  const all = new Map([...linked, ...found].map((edition) => [edition.indexNumber, noticeOf(edition)]))
  return [...all.values()]
}

function rowOf(
  read: Reads,
  matter: StoredMatterFile,
  shown: readonly Shown[],
  consultations: readonly PublicConsultation[],
): PublicMatterRow | null {
  const newest = shown.toSorted((one, other) => (one.edition.id < other.edition.id ? 1 : -1))[0]
  if (!newest) return null
  const named = (role: MatterRole) => shown.findLast((one) => one.role === role)?.edition
  const open = consultations.find(({ state }) => state === 'OPEN' || state === 'PLANNED')
  const decided = named('DECISION')
  return {
    id: matter.id,
    // What the office calls it inside was never reviewed for the public.
    title: (decided ?? named('DRAFT') ?? newest.edition).title,
    kind: matter.kind,
    unit: read.unit.byId(matter.unitId)?.name ?? '',
    state: open?.state ?? (decided ? 'DECIDED' : (consultations.at(-1)?.state ?? 'DECIDED')),
    closesOn: open?.closesOn ?? null,
    publishDate: newest.edition.publishDate,
  }
}

/** Where a matter stands in the list: what is open first, then by its newest edition. */
type Position = { readonly open: 0 | 1; readonly edition: number }

const later = (one: Position, other: Position): number => other.open - one.open || other.edition - one.edition

/**
 * Reads the cursor of a page; null when it is none.
 * @example readPosition('1-413') // { open: 1, edition: 413 }
 */
export function readPosition(cursor: string): Position | null {
  const [, open, edition] = /^([01])-(\d{1,15})$/u.exec(cursor) ?? []
  return edition === undefined ? null : { open: open === '1' ? 1 : 0, edition: Number(edition) }
}

/** Where each matter stands that has a notice on the board. */
function positions(read: Reads, today: CivilDate, visible: Visible): readonly [string, Position][] {
  const found = new Map<string, Position>()
  for (const row of read.matter.published()) {
    if (!visible(row)) continue
    const { open, edition } = found.get(row.matterId) ?? { open: 0, edition: 0 }
    const isOpen =
      row.opensOn !== null && row.closesOn !== null && row.opensOn <= today && today <= row.closesOn
    found.set(row.matterId, { open: isOpen ? 1 : open, edition: Math.max(edition, row.id) })
  }
  return [...found].toSorted(([, one], [, other]) => later(one, other))
}

/**
 * A page of the matters with a notice on the board, what is open for opinions first, then the newest.
 * @example publicMatters(read, { today: '2026-08-20', after: null, size: 20 }, visible).matters[0]?.state // 'OPEN'
 */
export function publicMatters(
  read: Reads,
  {
    today,
    after,
    size,
  }: { readonly today: CivilDate; readonly after: Position | null; readonly size: number },
  visible: Visible,
): PublicMatters {
  const all = positions(read, today, visible)
  const rest = after === null ? all : all.filter(([, position]) => later(after, position) < 0)
  const page = rest.slice(0, size)
  const last = page.at(-1)?.[1]
  const matters = page.flatMap(([id]) => {
    const matter = read.matter.byId(id)
    if (!matter) return []
    const shown = shownOf(read, id, visible)
    const row = rowOf(read, matter, shown, consultationsOf(read, id, shown, today))
    return row ? [row] : []
  })
  return {
    matters,
    next: rest.length > size && last ? `${last.open}-${last.edition}` : null,
    total: all.length,
    open: all.filter(([, { open }]) => open === 1).length,
  }
}

/**
 * A matter as the public sees it: its published notices in their order, nothing of the office's file. Refuses
 * `matter.not-found`, also for one that has nothing on the board.
 * @example publicMatter(read, id, '2026-09-18', visible)
 */
export function publicMatter(
  read: Reads,
  id: string,
  today: CivilDate,
  visible: Visible,
): Result<PublicMatter> {
  const matter = read.matter.byId(id)
  const shown = matter ? shownOf(read, id, visible) : []
  const consultations = matter ? consultationsOf(read, id, shown, today) : []
  const row = matter && rowOf(read, matter, shown, consultations)
  if (!row) return refuse('matter.not-found')
  const of = (role: MatterRole) =>
    shown.filter((one) => one.role === role).map(({ edition }) => noticeOf(edition))
  const decisions = of('DECISION')
  return accept({
    ...row,
    asOf: today,
    consultations,
    decisions,
    interpretations: interpretationsOf(read, shown, visible),
    progress: of('PROGRESS'),
    difference: consultations.length > 0 && decisions.length > 0,
  })
}

/**
 * What differs between the draft that was open to opinions and the decision, both as published. Refuses `matter.not-found`,
 * and `matter.difference-missing` unless both hang on the board.
 * @example publicDifference(read, id, '2026-09-18', visible)
 */
export function publicDifference(read: Reads, id: string, visible: Visible): Result<Difference> {
  const shown = read.matter.byId(id) ? shownOf(read, id, visible) : []
  if (shown.length === 0) return refuse('matter.not-found')
  const draft = shown.findLast(({ role }) => role === 'DRAFT')
  const decision = shown.findLast(({ role }) => role === 'DECISION')
  if (!draft || !decision) return refuse('matter.difference-missing')
  return accept(differenceOf(contentOf(draft.edition), contentOf(decision.edition)))
}

/**
 * The matter of a published edition, as the edition's page links it; null when it is of none.
 * @example publicMatterRef(read, edition, visible)?.id
 */
export function publicMatterRef(
  read: Reads,
  edition: StoredEdition,
  visible: Visible,
): PublicMatterRef | null {
  const link = read.matter.linkOf(edition.noticeId)
  const matter = link && read.matter.byId(link.matterId)
  if (!link || !matter) return null
  const row = rowOf(read, matter, shownOf(read, matter.id, visible), [])
  if (!row) return null
  const stored =
    link.role === 'DRAFT' && link.consultationId !== null
      ? read.matter.consultation(link.consultationId)
      : undefined
  const opensOn = stored?.openedOn ?? null
  const closesOn = stored?.closesOn ?? null
  return {
    id: matter.id,
    title: row.title,
    consultation: opensOn === null || closesOn === null ? null : { opensOn, closesOn },
  }
}
