import type { CatalogueReading } from '../../domain/catalogue/catalogue-item.ts'
import { sameCatalogue, type KnownCatalogue } from '../../domain/catalogue/same-catalogue.ts'

/**
 * Finds for each sheet of a file the catalogue it looks like a new state of; each catalogue is given to one sheet only.
 * @example matchTables(readings, read.catalogue.known())[0]?.name
 */
export function matchTables(
  readings: readonly CatalogueReading[],
  known: readonly KnownCatalogue[],
): readonly (KnownCatalogue | null)[] {
  const free = new Map(known.map((catalogue) => [catalogue.id, catalogue]))
  return readings.map((reading) => {
    const match = sameCatalogue(reading, [...free.values()])
    if (match) free.delete(match.id)
    return match
  })
}
