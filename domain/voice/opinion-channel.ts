/** How an opinion reached the office; KIOSK is what a citizen writes at the kiosk. */
export const OPINION_CHANNELS = ['PAPER', 'PHONE', 'MEETING', 'BOX', 'LETTER', 'EMAIL', 'KIOSK'] as const
/** One channel. */
export type OpinionChannel = (typeof OPINION_CHANNELS)[number]

/** Channels by which an opinion is typed in at the desk. */
export const TYPED_CHANNELS = ['PAPER', 'PHONE', 'MEETING', 'BOX', 'LETTER', 'EMAIL'] as const
