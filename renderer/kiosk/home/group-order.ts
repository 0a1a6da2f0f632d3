import type { PublicGroup } from '../../../server/display/views.ts'

/** Groups of one catalogue, in the order of the catalogue. */
export type GroupSection = { readonly catalogueName: string; readonly groups: readonly PublicGroup[] }

/**
 * The groups for the first page: those with something in them first, otherwise in the order of the catalogue.
 * When they do not all fit, one place is left free for the way to all of them.
 */
export function firstGroups(groups: readonly PublicGroup[], places: number): readonly PublicGroup[] {
  const ordered = [
    ...groups.filter((group) => group.count > 0),
    ...groups.filter((group) => group.count === 0),
  ]
  return ordered.length <= places ? ordered : ordered.slice(0, places - 1)
}

/** The groups by catalogue, each catalogue once and in the order in which it first appears. */
export function groupSections(groups: readonly PublicGroup[]): readonly GroupSection[] {
  const names = [...new Set(groups.map((group) => group.catalogueName))]
  return names.map((catalogueName) => ({
    catalogueName,
    groups: groups.filter((group) => group.catalogueName === catalogueName),
  }))
}
