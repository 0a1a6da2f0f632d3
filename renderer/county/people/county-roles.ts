import type { CountyRole } from '../../../county/account/role.ts'

/** One role, as the pages name it. */
export type CountyRoleWord = CountyRole

/** The roles in the order they are shown; screens take no values from the county's program, only its types. */
export const COUNTY_ROLE_WORDS = [
  'COLLECTOR',
  'INSPECTOR',
  'ADMINISTRATOR',
] as const satisfies readonly CountyRole[]
