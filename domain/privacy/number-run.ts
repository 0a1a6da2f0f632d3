/**
 * A candidate number: whole groups of digits that stand together, never a part of a longer group.
 * `groups` are the lengths as written, `value` the digits (and an X) without separators.
 */
export type NumberRun = {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly groups: readonly number[]
  /** Points among the separators: `139.12345678` is a coordinate, `138.0013.8000` a telephone. */
  readonly points: number
  /** Digits behind a decimal point, as spreadsheets keep them: `0.13800138000`; but not behind `1.` of a list. */
  readonly fraction: boolean
}

type Group = { readonly start: number; readonly end: number; readonly digits: string }

/** Longest number looked for: a disability certificate with twenty characters, or a mobile with 0086. */
const MAX_DIGITS = 20
const SPACE = '[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]'
const LINK = new RegExp(`^(?:X|${SPACE}{1,2}|${SPACE}?[-‐‑‒–—−﹣~_·•.)]${SPACE}?)$`)
const AFTER_MASK = /(?:\*[^\d*\p{L}\t\n]{0,3}){3}$/u
const BEFORE_MASK = /^(?:[^\d*\p{L}\t\n]{0,3}\*){3}/u

/**
 * Lists the candidate numbers of a plain text, longest first at each place. Groups joined by one separator
 * (`138-0013-8000`, `990000 19800229 001X`) are tried together and alone.
 * @example numberRuns('138-0013').map((run) => run.value) // ['1380013', '138', '0013']
 */
export function numberRuns(text: string): readonly NumberRun[] {
  const groups: Group[] = [...text.matchAll(/\d+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: match[0],
  }))
  const runs: NumberRun[] = []
  for (const [index, first] of groups.entries()) {
    const here: NumberRun[] = []
    let value = ''
    const lengths: number[] = []
    let previous: Group | null = null
    let points = 0
    const fraction = /(?:^|[^\d.])(?:0|\d{3,})\.$/.test(
      text.slice(Math.max(0, first.start - 20), first.start),
    )
    for (let at = index; at < groups.length; at += 1) {
      const group = groups[at]
      if (group === undefined) break
      if (previous !== null) {
        const link = text.slice(previous.end, group.start)
        if (!LINK.test(link) || afterMask(text, first.start)) break
        if (link === 'X') value += 'X'
        if (link.includes('.')) points += 1
      }
      value += group.digits
      if (value.length > MAX_DIGITS) break
      lengths.push(group.digits.length)
      previous = group
      if (lengths.length > 1 && beforeMask(text, group.end)) break
      here.push({ start: first.start, end: group.end, value, groups: [...lengths], points, fraction })
      const last = closingX(text, group.end)
      if (last !== null)
        here.push({
          start: first.start,
          end: last,
          value: `${value}X`,
          groups: [...lengths],
          points,
          fraction,
        })
    }
    runs.push(...here.reverse())
  }
  return runs
}

/** An X that closes an identity number, at once or after one separator; it also ends the number before more digits. */
function closingX(text: string, end: number): number | null {
  const rest = /^[ -]?X/.exec(text.slice(end, end + 4))
  return rest === null ? null : end + rest[0].length
}

/**
 * What is left of a masked number must not join its neighbours to a new one. A mask has at least three stars, so
 * a number with a star or two for ornament is still read.
 */
function afterMask(text: string, start: number): boolean {
  return AFTER_MASK.test(text.slice(Math.max(0, start - 14), start))
}

function beforeMask(text: string, end: number): boolean {
  return BEFORE_MASK.test(text.slice(end, end + 14))
}
