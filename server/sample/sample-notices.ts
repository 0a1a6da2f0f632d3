import { AFFAIRS } from './notices-affairs.ts'
import { FINANCE } from './notices-finance.ts'
import { PARTY_NOTICES } from './notices-party.ts'
import { PEOPLE_NOTICES } from './notices-people.ts'
import { POLICIES } from './notices-policy.ts'
import { SAFETY } from './notices-safety.ts'
import { VILLAGE_NOTICES } from './notices-village.ts'
import type { SampleNotice } from './sample-notice.ts'
import { HEDONG_BOOKS, HEXI_BOOKS } from './village-books.ts'
import { financeTables } from './village-finance.ts'

/** All notices of the sample office that stay published, by field. */
export const PUBLISHED_NOTICES: readonly SampleNotice[] = [
  ...AFFAIRS,
  ...FINANCE,
  ...PEOPLE_NOTICES,
  ...SAFETY,
  ...POLICIES,
  ...financeTables(HEXI_BOOKS),
  ...financeTables(HEDONG_BOOKS),
  ...VILLAGE_NOTICES,
  ...PARTY_NOTICES,
]
