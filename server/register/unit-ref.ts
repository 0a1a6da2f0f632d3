import type { Reads } from '../../db/store.ts'
import type { UnitRef } from '../duty/views.ts'
import type { PersonRef } from '../notice/views.ts'

/**
 * Looks a unit up by its id. @throws for an id no unit has: a foreign key keeps that from happening.
 * @example unitRefs(read)('township').name
 */
export function unitRefs(read: Reads): (id: string) => UnitRef {
  const units = new Map(read.unit.list().map(({ id, name, kind }) => [id, { id, name, kind }]))
  return (id) => {
    const found = units.get(id)
    if (!found) throw new Error(`no unit ${id}`)
    return found
  }
}

/**
 * Looks a person up by the id of the account.
 * @example personRefs(read)(matter.reviewerId).name
 */
export function personRefs(read: Reads): (id: string) => PersonRef {
  const names = new Map(read.office.accounts().map(({ id, name }) => [id, name]))
  return (id) => ({ id, name: names.get(id) ?? '' })
}
