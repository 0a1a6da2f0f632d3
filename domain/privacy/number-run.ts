import { type Link, linkBetween } from './number-link.ts'

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
  /** Joined by what also stands between two numbers: a comma, a slash, a line end, a wide gap. */
  readonly loose: boolean
  /** Of a loose run: one kind of separator throughout, and no further number joined by the same kind. */
  readonly alone: boolean
  /** Beside the rest of a masked number, whose digits may have strayed in. */
  readonly atMask: boolean
  /** The words before it: a label makes a guess certain. */
  readonly before: string
}

type Group = { readonly start: number; readonly end: number; readonly digits: string }

/** Longest number looked for: a disability certificate with twenty characters, or a mobile with 0086. */
export const MAX_DIGITS = 20
const AFTER_MASK = /(?:\*[^\d*\p{L}\t\n]{0,3}){3}$/u
const BEFORE_MASK = /^(?:[^\d*\p{L}\t\n]{0,3}\*){3}/u
const THOUSANDS = /^\d{1,3}(?:, ?\d{3})+$/

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
  const links = groups.map((group, index) => {
    const previous = groups[index - 1]
    return previous === undefined ? null : linkBetween(text, previous, group)
  })
  return groups.flatMap((_group, index) => runsFrom(text, groups, links, index))
}

function runsFrom(
  text: string,
  groups: readonly Group[],
  links: readonly (Link | null)[],
  index: number,
): readonly NumberRun[] {
  const first = groups[index]
  if (first === undefined) return []
  const { start } = first
  const fraction = /(?:^|[^\d.])(?:0|\d{3,})\.$/.test(text.slice(Math.max(0, start - 20), start))
  const before = text.slice(Math.max(0, start - 14), start)
  const afterMask = AFTER_MASK.test(before)
  const here: NumberRun[] = []
  const kinds = new Set<string>()
  const lengths: number[] = []
  let value = ''
  let points = 0
  for (let at = index; at < groups.length; at += 1) {
    const group = groups[at]
    const link = links[at] ?? null
    if (group === undefined) break
    if (at > index) {
      if (link === null) break
      if (link.sign === 'X') value += 'X'
      if (link.sign === '.') points += 1
      if (link.loose) kinds.add(link.sign)
    }
    value += group.digits
    if (value.length > MAX_DIGITS) break
    lengths.push(group.digits.length)
    const loose = kinds.size > 0
    if (loose && THOUSANDS.test(text.slice(start, group.end))) continue
    const run = {
      start,
      value,
      groups: [...lengths],
      points,
      fraction,
      loose,
      alone:
        kinds.size === 1 && !kinds.has(links[index]?.sign ?? '') && !kinds.has(links[at + 1]?.sign ?? ''),
      atMask: lengths.length > 1 && (afterMask || BEFORE_MASK.test(text.slice(group.end, group.end + 14))),
      before,
    }
    here.push({ ...run, end: group.end })
    const closed = closingX(text, group.end, group.digits.length === 1)
    if (closed !== null) here.push({ ...run, end: closed, value: `${value}X` })
  }
  return here.toReversed()
}

/** An X that closes an identity number, at once or after one separator; it also ends the number before more digits. */
function closingX(text: string, end: number, boxed: boolean): number | null {
  const rest = (boxed ? /^[ \t-]?X/ : /^[ -]?X/).exec(text.slice(end, end + 4))
  return rest === null ? null : end + rest[0].length
}
