/** Beginning of every key of the exchange: whatever comes or goes may change all of it. */
export const EXCHANGE_KEY = ['exchange'] as const
/** Packages written so far. */
export const PACKAGES_KEY = [...EXCHANGE_KEY, 'packages'] as const
/** What is being written or copied at this moment. */
export const PACKAGE_JOB_KEY = [...EXCHANGE_KEY, 'job'] as const
/** Removable drives that are plugged in. */
export const DRIVES_KEY = [...EXCHANGE_KEY, 'drives'] as const
/** Receipts on record, and what is missing among them. */
export const RECEIPTS_KEY = [...EXCHANGE_KEY, 'receipts'] as const
/** Changes the county rejected. */
export const TASKS_KEY = [...EXCHANGE_KEY, 'tasks'] as const
/** What the exchange asks of somebody today. */
export const EXCHANGE_TODAY_KEY = [...EXCHANGE_KEY, 'today'] as const
/** What the county sent down. */
export const DOWNWARD_KEY = [...EXCHANGE_KEY, 'downward'] as const
/** Which county the office belongs to, and the keys of both. */
export const ENROLMENT_KEY = [...EXCHANGE_KEY, 'enrolment'] as const
/** How the network to the county stands. */
export const NETWORK_KEY = [...EXCHANGE_KEY, 'network'] as const

/** The changes of one package. */
export function packageChangesKey(sequence: number) {
  return [...PACKAGES_KEY, sequence] as const
}

/** What lies on one drive. */
export function driveFilesKey(id: string) {
  return [...DRIVES_KEY, id] as const
}

/** What one item of the county would change. */
export function downwardDifferenceKey(id: string) {
  return [...DOWNWARD_KEY, id] as const
}

/** The office's own card. */
export const OFFICE_CARD_KEY = [...EXCHANGE_KEY, 'office-card'] as const

/** The static site for portals that is being written, or was written last. */
export const PORTAL_SITE_KEY = [...EXCHANGE_KEY, 'portal-site'] as const
