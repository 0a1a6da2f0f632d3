import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import { inOrder } from './list-as-of.ts'
import type { ConfirmedChangeSet, ListChangeSet, ListColumn } from './list-change.ts'

/**
 * Checks that a change set still fits what has been confirmed: each row is changed from the version it was written on, a
 * removed row stays removed, and nothing takes effect before a change of the same row or heading that is already
 * confirmed, which would silently be undone or undo. Refuses `register.change-outdated`, and `register.nothing-changed`
 * for an empty set.
 * @example checkChanges(confirmed, set).ok
 */
export function checkChanges(confirmed: readonly ConfirmedChangeSet[], set: ListChangeSet): Result<true> {
  if (set.changes.length === 0 && set.name === null && set.columns === null) {
    return refuse('register.nothing-changed')
  }
  const newest = new Map<string, { readonly set: ConfirmedChangeSet; readonly removed: boolean }>()
  for (const one of inOrder(confirmed)) {
    for (const change of one.changes) newest.set(change.rowId, { set: one, removed: change.cells === null })
  }
  for (const change of set.changes) {
    const before = newest.get(change.rowId)
    const fits =
      change.base === null
        ? before === undefined
        : before?.set.id === change.base && !before.removed && before.set.effectiveOn <= set.effectiveOn
    if (!fits) return refuse('register.change-outdated')
  }
  const laterHead = (part: 'name' | 'columns') =>
    set[part] !== null && confirmed.some((one) => one[part] !== null && one.effectiveOn > set.effectiveOn)
  return laterHead('name') || laterHead('columns') ? refuse('register.change-outdated') : accept(true)
}

/** How far back a change may say it took effect; earlier is a slip of the keyboard. */
const MOST_YEARS_BACK = 5

/**
 * Checks the day a change takes effect: any day to come, or one of the last five years. Refuses
 * `register.effective-too-early` with the `earliest` day.
 * @example checkEffectiveDay('1900-01-01', '2026-11-23').ok // false
 */
export function checkEffectiveDay(effectiveOn: CivilDate, today: CivilDate): Result<true> {
  const earliest = Temporal.PlainDate.from(today).subtract({ years: MOST_YEARS_BACK }).toString()
  return effectiveOn < earliest ? refuse('register.effective-too-early', { earliest }) : accept(true)
}

/** The most columns a list may have. */
export const MOST_COLUMNS = 30

/**
 * Checks the columns of a list and gives those that are new an id of their own, never one that was used before. Refuses
 * `register.columns-required`, `register.too-many-columns`, `register.column-repeated` with the `label`.
 * @example nameColumns([{ id: null, label: '事项名称' }], []) // { ok: true, value: [{ id: 'c1', label: '事项名称' }] }
 */
export function nameColumns(
  wanted: readonly { readonly id: string | null; readonly label: string }[],
  used: readonly ListColumn[],
): Result<readonly ListColumn[]> {
  const labels = wanted.map(({ label }) => label.trim())
  if (labels.length === 0 || labels.includes('')) return refuse('register.columns-required')
  if (labels.length > MOST_COLUMNS) return refuse('register.too-many-columns', { most: MOST_COLUMNS })
  const repeated = labels.find((label, index) => labels.indexOf(label) !== index)
  if (repeated !== undefined) return refuse('register.column-repeated', { label: repeated })
  const known = new Set(used.map(({ id }) => id))
  let last = Math.max(0, ...used.map(({ id }) => Number(id.slice(1))))
  const given = new Set<string>()
  return accept(
    wanted.map(({ id }, index) => {
      const keeps = id !== null && known.has(id) && !given.has(id)
      const own = keeps ? id : `c${(last += 1)}`
      given.add(own)
      return { id: own, label: labels[index] ?? '' }
    }),
  )
}
