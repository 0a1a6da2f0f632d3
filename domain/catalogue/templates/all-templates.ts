import { GOV_20 } from './gov-20.ts'
import { PARTY_AFFAIRS } from './party-affairs.ts'
import { SERVICE_MATTERS } from './service-matters.ts'
import type { Template } from './template.ts'
import { VILLAGE_AFFAIRS } from './village-affairs.ts'
import { VILLAGE_FINANCE } from './village-finance.ts'

/** The lists the program brings, in the order they are offered. */
export const ALL_TEMPLATES: readonly Template[] = [
  GOV_20,
  SERVICE_MATTERS,
  VILLAGE_AFFAIRS,
  VILLAGE_FINANCE,
  PARTY_AFFAIRS,
]
