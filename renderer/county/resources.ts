import type { Resource, ResourceKey } from 'i18next'
import { bundledTexts } from '../shared/bundled-texts.ts'

/** The text namespaces the county's pages show; `desk` for what they share with the desk. */
export const COUNTY_NAMESPACES = ['county', 'desk', 'terms', 'errors', 'exchange'] as const

const files = import.meta.glob<ResourceKey>(
  '../../locales/{zh-Hans,en}/{county,desk,terms,errors,exchange}.json',
  { eager: true, import: 'default' },
)

/** Every text of the county's pages in both their languages, part of the bundle. */
export function countyResources(): Resource {
  return bundledTexts(files)
}
