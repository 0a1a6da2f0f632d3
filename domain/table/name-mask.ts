import { COMPOUND_SURNAMES, maskName } from '../privacy/person-name.ts'

/** How names stand on a board, mildest first: 张建国, 张*国, 张**, a number alone (domain book §7.2). */
export const NAME_RULES = ['FULL', 'MIDDLE', 'SURNAME', 'INDEX'] as const
/** One way to write a name. */
export type NameRule = (typeof NAME_RULES)[number]

const BETWEEN = /([、，,;；/\s]+)/u

/**
 * Writes a name by a rule; `index` is the row's number, used by INDEX. Several names in one cell are written one by one.
 * Compound surnames stay whole, a name of two characters keeps the first, one with a middle dot what stands before it.
 * @example writeName('欧阳建国', 'SURNAME', 1) // '欧阳**'
 */
export function writeName(written: string, rule: NameRule, index: number): string {
  const name = written.trim()
  if (rule === 'FULL' || name === '') return name
  if (rule === 'INDEX') return String(index)
  // A space inside a short name (张 三) only spreads it over the column.
  const joined = /^\p{Script=Han}\s+\p{Script=Han}$/u.test(name) ? name.replaceAll(/\s/gu, '') : name
  return joined
    .split(BETWEEN)
    .map((part) => (BETWEEN.test(part) || part === '' ? part : maskOne(part, rule)))
    .join('')
}

function maskOne(name: string, rule: 'MIDDLE' | 'SURNAME'): string {
  const dot = name.search(/[·•‧]/u)
  if (dot > 0) {
    const rest = Array.from(name.slice(dot + 1), (sign) => (/[·•‧]/u.test(sign) ? sign : '*'))
    return name.slice(0, dot + 1) + rest.join('')
  }
  if (rule === 'MIDDLE') return maskName(name)
  const signs = Array.from(name)
  const kept = signs.length > 2 && COMPOUND_SURNAMES.some((surname) => name.startsWith(surname)) ? 2 : 1
  // A name of one sign has no surname to keep.
  return signs.map((sign, at) => (at < kept && signs.length > 1 ? sign : '*')).join('')
}

/**
 * Tells people apart who look alike once their names are written: by their group where it tells, else by a neutral
 * number, never by a part of the identity number. `shown` says that the group is printed in a column of its own,
 * `persons` who is meant: one person with two plots is not numbered as two.
 * @example apartNames(['张*', '张*'], ['3组', '5组'], false) // ['张*（3组）', '张*（5组）']
 */
export function apartNames(
  names: readonly string[],
  groups: readonly string[],
  shown: boolean,
  persons: readonly string[] = names.map((_, at) => String(at)),
): readonly string[] {
  const count = (list: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
    return counts
  }
  const alike = count(names)
  const withGroup = names.map((name, at) => {
    const group = groups[at] ?? ''
    return (alike.get(name) ?? 0) > 1 && group !== '' && !shown && name !== '' ? `${name}（${group}）` : name
  })
  const seenAs = withGroup.map((name, at) => (shown ? `${name}\n${groups[at] ?? ''}` : name))
  const meant = new Map<string, string[]>()
  for (const [at, seen] of seenAs.entries()) {
    const who = persons[at] ?? ''
    const known = meant.get(seen) ?? []
    if (!known.includes(who)) meant.set(seen, [...known, who])
  }
  return withGroup.map((name, at) => {
    const among = meant.get(seenAs[at] ?? '') ?? []
    return among.length < 2 || name === '' ? name : `${name}（${among.indexOf(persons[at] ?? '') + 1}）`
  })
}
