/** Roles of people at the county's program. One person may hold several. */
export const COUNTY_ROLES = [
  'COLLECTOR', // 收报: takes in packages, enrols offices, allows rejected editions, sends down
  'INSPECTOR', // 督查: reads
  'ADMINISTRATOR', // 管理员: people, settings, revocation
] as const
/** One role. */
export type CountyRole = (typeof COUNTY_ROLES)[number]
