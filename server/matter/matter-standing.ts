import type {
  StoredConsultation,
  StoredEntry,
  StoredLink,
  StoredMatterFile,
} from '../../db/repos/matter-repo.ts'
import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredOpinion } from '../../db/repos/opinion-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { DecisionGround } from '../../domain/matter/decision-ready.ts'
import type { LegalityResult } from '../../domain/matter/matter-entry.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { consultationState, type ConsultationState } from '../../domain/voice/consultation.ts'
import { hungThroughout } from '../../domain/voice/hung-throughout.ts'
import { headOf, type MergeableOpinion, unanswered } from '../../domain/voice/opinion-heads.ts'

/** A consultation with everything its state is derived from. */
export type ConsultationStanding = {
  readonly stored: StoredConsultation
  readonly state: ConsultationState
  readonly draftId: string | null
  readonly adoptionId: string | null
  /** The draft did not hang on every day. */
  readonly interrupted: boolean
  readonly opinions: readonly StoredOpinion[]
  readonly waiting: readonly MergeableOpinion[]
}

/** A matter with what is derived from its records. */
export type MatterStanding = {
  readonly matter: StoredMatterFile
  readonly today: CivilDate
  readonly links: readonly StoredLink[]
  /** The entries that are not void. */
  readonly entries: readonly StoredEntry[]
  readonly allEntries: readonly StoredEntry[]
  readonly consultations: readonly ConsultationStanding[]
  readonly legality: LegalityResult | null
  readonly ground: DecisionGround
}

/**
 * The edition of a notice that hangs on the board now.
 * @example shownEdition(read, noticeId)?.indexNumber
 */
export function shownEdition(read: Reads, noticeId: string): StoredEdition | undefined {
  return read.edition.ofNotice(noticeId).find((edition) => edition.state === 'PUBLISHED')
}

/**
 * Opinions as the rules of merging see them.
 * @example mergeable(read.opinion.of(id))[0]?.answered
 */
export function mergeable(opinions: readonly StoredOpinion[]): readonly MergeableOpinion[] {
  return opinions.map(({ id, number, mergedInto, result }) => ({
    id,
    number,
    mergedInto,
    answered: result !== null,
  }))
}

/**
 * The head of each opinion: itself, or the one that answers for it.
 * @example headsOf(opinions).get(id)
 */
export function headsOf(opinions: readonly StoredOpinion[]): ReadonlyMap<string, string> {
  const into = new Map(
    opinions.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto]])),
  )
  return new Map(opinions.map(({ id }) => [id, headOf(id, into)]))
}

// A former edition that is taken down later hung no longer anyhow: the next one had taken its place.
function brokenOff(read: Reads, draftId: string | null, stored: StoredConsultation): boolean {
  const { openedOn: opensOn, closesOn } = stored
  if (draftId === null || opensOn === null || closesOn === null) return false
  const editions = read.edition.ofNotice(draftId).toReversed()
  const spans = editions.map(({ id, publishDate }, at) => {
    const ends = [read.edition.withdrawal(id)?.withdrawnDate, editions[at + 1]?.publishDate]
    const until = ends.filter((end) => end !== undefined).toSorted()[0] ?? null
    return { from: publishDate, until }
  })
  return !hungThroughout(spans, { opensOn, closesOn })
}

// What ran out or went into another notice was published all the same; only what was wrong or ordered down is open again.
function wasPublished(read: Reads, adoptionId: string | null): boolean {
  const [newest] = adoptionId === null ? [] : read.edition.ofNotice(adoptionId)
  const reason = newest && read.edition.withdrawal(newest.id)?.reason
  return newest !== undefined && (reason === undefined || reason === 'EXPIRED' || reason === 'CONSOLIDATED')
}

/**
 * How a consultation stands on a day.
 * @example consultationStanding(read, consultation, read.matter.links(matterId), '2026-09-03').state // 'CLOSED'
 */
export function consultationStanding(
  read: Reads,
  stored: StoredConsultation,
  links: readonly StoredLink[],
  today: CivilDate,
): ConsultationStanding {
  const linked = (role: StoredLink['role']) =>
    links.find((link) => link.consultationId === stored.id && link.role === role)?.noticeId ?? null
  const opinions = read.opinion.of(stored.id)
  const adoptionId = linked('ADOPTION')
  const draftId = linked('DRAFT')
  const state = consultationState(
    {
      opensOn: stored.openedOn,
      closesOn: stored.closesOn,
      answered: opinions.filter(({ result }) => result !== null).length,
      resultPublished: wasPublished(read, adoptionId),
    },
    today,
  )
  return {
    stored,
    state,
    draftId,
    adoptionId,
    interrupted: brokenOff(read, draftId, stored),
    opinions,
    waiting: unanswered(mergeable(opinions)),
  }
}

// A draft that was sent to review again has no result until the new one is there.
function legalityOf(entries: readonly StoredEntry[]): LegalityResult | null {
  const last = entries.findLast(({ step }) => step === 'LEGALITY_REQUEST' || step === 'LEGALITY_RESULT')
  return last?.result ?? null
}

/**
 * Everything that is derived from the records of a matter on a day.
 * @example matterStanding(read, matter, '2026-09-18').ground.legality // 'LAWFUL'
 */
export function matterStanding(read: Reads, matter: StoredMatterFile, today: CivilDate): MatterStanding {
  const links = read.matter.links(matter.id)
  const allEntries = read.matter.entries(matter.id)
  const voided = new Set(allEntries.flatMap(({ voids }) => (voids === null ? [] : [voids])))
  const entries = allEntries.filter(({ sequence, step }) => step !== 'VOID' && !voided.has(sequence))
  const consultations = read.matter
    .consultations(matter.id)
    .map((stored) => consultationStanding(read, stored, links, today))
  const newest = consultations.at(-1)
  const legality = legalityOf(entries)
  return {
    matter,
    today,
    links,
    entries,
    allEntries,
    consultations,
    legality,
    ground: {
      kind: matter.kind,
      today,
      consultation: newest
        ? {
            closesOn: newest.stored.closesOn,
            unbroken: !newest.interrupted,
            opinions: mergeable(newest.opinions),
          }
        : null,
      earlyReason: entries.some(({ step }) => step === 'EARLY_REASON'),
      legality,
      met: entries.some(({ step }) => step === 'MEETING'),
      resolved: entries.some(({ step }) => step === 'RESOLUTION'),
    },
  }
}
