import type { Reads } from '../../db/store.ts'
import { REVIEWING_ROLES } from './undisclosed-views.ts'
import type { RegisterChoices } from './views.ts'

/**
 * What the forms of both registers offer to choose from.
 * @example choices(read, '2026-11-23').units[0]?.id // 'township'
 */
export function choices(read: Reads, today: string): RegisterChoices {
  return {
    units: read.unit
      .list()
      .filter((unit) => !unit.disabled)
      .map(({ id, name, kind }) => ({ id, name, kind })),
    reviewers: read.office
      .accounts()
      .filter(({ disabled, roles }) => !disabled && REVIEWING_ROLES.some((role) => roles.includes(role)))
      .map(({ id, name }) => ({ id, name })),
    today,
  }
}
