import type { CivilDate } from './content.ts'

/** What two persons may put on record about a published document. */
export const STATED_VALIDITIES = ['IN_FORCE', 'REPEALED', 'LAPSED'] as const
/** One of them: 有效, 废止, 失效. */
export type StatedValidity = (typeof STATED_VALIDITIES)[number]

/** 有效性 as a reader sees it; NOT_YET until 施行日期 has come. */
export const VALIDITIES = ['NOT_YET', ...STATED_VALIDITIES] as const
/** One of them. */
export type Validity = (typeof VALIDITIES)[number]

/** What was confirmed about a document, and since when it holds. */
export type ValidityStatement = { readonly standing: StatedValidity; readonly effectiveOn: CivilDate }

/** 有效性 on a day, and where it comes from: from a statement, from the document's own dates, or from nothing but its being published. */
export type ValidityNow = {
  readonly validity: Validity
  /** The day since which, or for NOT_YET from which, it holds; null when only publication says so. */
  readonly on: CivilDate | null
  readonly by: 'STATEMENT' | 'DOCUMENT' | 'PUBLICATION'
}

/**
 * 有效性 of a published document on a day. A confirmed statement that has taken effect counts; but 有效 said before the
 * document's own last day does not outlive that day. Lapsed is derived, never stored (domain book §5.5).
 * @example validityOn('2027-01-01', { from: null, to: '2026-12-31' }, []).validity // 'LAPSED'
 */
export function validityOn(
  today: CivilDate,
  term: { readonly from: CivilDate | null; readonly to: CivilDate | null },
  /** Confirmed ones, oldest first. */
  statements: readonly ValidityStatement[],
): ValidityNow {
  const statement = statements.findLast(({ effectiveOn }) => effectiveOn <= today)
  const over = term.to !== null && term.to < today
  if (statement && !(over && statement.standing === 'IN_FORCE' && statement.effectiveOn <= (term.to ?? ''))) {
    return { validity: statement.standing, on: statement.effectiveOn, by: 'STATEMENT' }
  }
  if (over) return { validity: 'LAPSED', on: term.to, by: 'DOCUMENT' }
  if (term.from !== null && term.from > today) return { validity: 'NOT_YET', on: term.from, by: 'DOCUMENT' }
  return { validity: 'IN_FORCE', on: term.from, by: term.from === null ? 'PUBLICATION' : 'DOCUMENT' }
}
