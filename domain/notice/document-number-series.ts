/** Why a number of a series stands on no notice of this board. */
export const VOID_REASONS = ['VOIDED', 'NOT_PUBLIC', 'OTHER'] as const
/**
 * One of them: VOIDED the number was never used or its document was scrapped; NOT_PUBLIC another register of the office
 * holds the document; OTHER says so in words.
 */
export type VoidReason = (typeof VOID_REASONS)[number]

/** What stands on a number: a published notice, one that was taken down, or a draft that has reserved it. */
export type NumberUse = {
  readonly serial: number
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string | null
  readonly state: 'PUBLISHED' | 'WITHDRAWN' | 'RESERVED'
}

/** Numbers in a row on which nothing stands, from and to included, with what was said about them. */
export type NumberGap<Explained> = {
  readonly from: number
  readonly to: number
  readonly explained: Explained | null
}

/** One series as it stands: what is used, what is missing, what comes next. */
export type NumberSeries<Explained> = {
  readonly uses: readonly NumberUse[]
  readonly gaps: readonly NumberGap<Explained>[]
  /** Lowest serial above everything used, reserved or explained. */
  readonly next: number
}

/**
 * Works out a series of document numbers of one prefix and year: gaps below the highest serial in use, and the next
 * number. Gaps in a series must be explained (domain book §5.1); neighbours with the same explanation, or none, are one
 * gap, so that a mistyped serial of five digits gives one line and not ten thousand.
 * @example numberSeries([use(1), use(4)], new Map()).gaps // [{ from: 2, to: 3, explained: null }]
 */
export function numberSeries<Explained>(
  uses: readonly NumberUse[],
  explained: ReadonlyMap<number, Explained>,
  same: (one: Explained, other: Explained) => boolean = Object.is,
): NumberSeries<Explained> {
  const sorted = uses.toSorted((one, other) => one.serial - other.serial)
  const taken = [...new Set(sorted.map(({ serial }) => serial))]
  const gaps: NumberGap<Explained>[] = []
  const open = (from: number, to: number): void => {
    // Only explained serials cut a run of missing ones; the run itself is never walked through.
    const cuts = [...explained.keys()].filter((serial) => serial >= from && serial <= to)
    let at = from
    for (const serial of cuts.toSorted((one, other) => one - other)) {
      if (serial > at) gaps.push({ from: at, to: serial - 1, explained: null })
      const why = explained.get(serial) as Explained
      const last = gaps.at(-1)
      const joins = last !== undefined && last.explained !== null && last.to === serial - 1
      if (joins && same(last.explained, why)) {
        gaps[gaps.length - 1] = { ...last, to: serial }
      } else gaps.push({ from: serial, to: serial, explained: why })
      at = serial + 1
    }
    if (at <= to) gaps.push({ from: at, to, explained: null })
  }
  let before = 0
  for (const serial of taken) {
    if (serial > before + 1) open(before + 1, serial - 1)
    before = serial
  }
  const beyond = Math.max(before, ...explained.keys())
  if (beyond > before) open(before + 1, beyond)
  return { uses: sorted, gaps, next: beyond + 1 }
}

/**
 * Says whether a document bears a number of another year than the one it was made in: usually a slip of January.
 * @example otherYear('云政发〔2025〕1号', '2026-01-05') // true
 */
export function otherYear(documentNumber: string, documentDate: string | null): boolean {
  const year = /〔(\d{4})〕/u.exec(documentNumber)?.[1]
  return year !== undefined && documentDate !== null && !documentDate.startsWith(`${year}-`)
}
