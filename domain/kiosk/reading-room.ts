/** What somebody comes to the reading room for (查询室登记; the list is ours [infer], no form of a source names one). */
export const VISIT_PURPOSES = ['OWN_AFFAIRS', 'SUPERVISION', 'RESEARCH', 'WORK', 'OTHER'] as const
/** One purpose. */
export type VisitPurpose = (typeof VISIT_PURPOSES)[number]

/** Most notices one visit notes, and most sheets it asks for: more is no visitor but a script. */
export const VISIT_LIMITS = { materials: 100, sheets: 10 } as const

/** Most visits one computer may begin in one day; more is noted at the desk. */
export const VISITS_A_DAY = 100

/**
 * Most visits of one day beyond which computers of the network begin none: they cannot fill the disk. The computer the server runs on,
 * with the glass beside it, is not held to it, so that nobody in the network closes the room.
 */
export const NETWORK_VISITS_A_DAY = 400

/** Most sheets asked for from one computer that may wait for the desk: one computer must not bury what others asked for. */
export const WAITING_SHEETS = 20
