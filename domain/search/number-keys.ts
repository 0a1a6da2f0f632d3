// 索引号 begins with the office's own code, which is the same in all of them and nobody types.
const LONGEST = 8

/** A group of digits of a number, and where it stands. */
export type DigitGroup = { readonly digits: string; readonly from: number }

/**
 * The groups of digits of an index or document number, without the office's code.
 * @example digitGroups('〔2026〕12号').map(({ digits }) => digits) // ['2026', '12']
 */
export function digitGroups(number: string): readonly DigitGroup[] {
  return [...number.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(([run]) => run.length <= LONGEST || /\p{Script=Han}/u.test(run))
    .flatMap((run) =>
      [...run[0].matchAll(/[0-9]+/gu)].map((group) => ({
        digits: group[0],
        from: run.index + group.index,
      })),
    )
    .filter(({ digits }) => digits.length <= LONGEST)
}

/**
 * Terms a number is found by: every ending of each group, so that its beginning finds any part of it.
 * @example numberTerms('2026-00412') // ['#2026', '#026', '#26', '#00412', '#0412', '#412', '#12']
 */
export function numberTerms(number: string): readonly string[] {
  const terms = new Set<string>()
  for (const { digits } of digitGroups(number)) {
    terms.add(`#${digits}`)
    for (let from = 1; from < digits.length - 1; from++) terms.add(`#${digits.slice(from)}`)
    terms.add(`#${digits.replace(/^0+(?=.)/u, '')}`)
  }
  return [...terms]
}

/**
 * The groups of digits a person typed, null when there are letters among them. A year with a serial after it is two groups.
 * @example askedDigits('2026 12') // ['2026', '12']
 */
export function askedDigits(typed: string): readonly string[] | null {
  const plain = typed.normalize('NFKC').trim()
  if (!/[0-9]/u.test(plain) || /\p{L}/u.test(plain)) return null
  const groups = (plain.match(/[0-9]+/gu) ?? []).map((group) => group.slice(0, LONGEST)).slice(0, 4)
  const [only] = groups
  const year = groups.length === 1 ? /^((?:19|20)[0-9]{2})([0-9]{1,4})$/u.exec(only ?? '') : null
  return year?.[1] && year[2] ? [year[1], year[2]] : groups
}

/**
 * How well typed digits fit a number: every group in order, the last one best as a whole (without the zeros before it). Null
 * when they do not; the lower the rank the better; `marks` are the places of the digits in the number.
 * @example matchDigits('2026-00412', ['412'])?.rank // 0
 */
export function matchDigits(
  number: string,
  asked: readonly string[],
): { readonly rank: number; readonly marks: readonly number[] } | null {
  const groups = digitGroups(number)
  const marks: number[] = []
  let rank = 0
  let next = 0
  for (const wanted of asked) {
    const exact = groups.findIndex(
      ({ digits }, place) =>
        place >= next && (digits === wanted || digits.replace(/^0+(?=.)/u, '') === wanted),
    )
    const place =
      exact >= 0 ? exact : groups.findIndex(({ digits }, at) => at >= next && digits.includes(wanted))
    const group = groups[place]
    if (!group) return null
    if (exact < 0) rank += 1
    const from = group.from + group.digits.lastIndexOf(wanted)
    marks.push(...Array.from({ length: wanted.length }, (_, index) => from + index))
    next = place + 1
  }
  return { rank, marks }
}
