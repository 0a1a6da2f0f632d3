/** Life of a sheet on a board (domain book §10.1). */
export const POSTING_STATES = [
  'PLANNED',
  'POSTED',
  'CHECKED',
  'DAMAGED',
  'REPOSTED',
  'REMOVED',
  'CANCELLED',
  // Written down of the wrong sheet, board or day: stays to be read, counts for nothing.
  'ENTERED_IN_ERROR',
] as const
/** One state. */
export type PostingState = (typeof POSTING_STATES)[number]

/** What a photograph shows of the life: going up, a round, damage, going up again, coming down. */
export const PHOTO_MOMENTS = ['POSTED', 'CHECKED', 'DAMAGED', 'REPOSTED', 'REMOVED', 'BOARD'] as const
/** One. */
export type PhotoMoment = (typeof PHOTO_MOMENTS)[number]

/** From afar with the board and its place, or so near that the text can be read (domain book §4.5). */
export const PHOTO_VIEWS = ['DISTANT', 'CLOSE'] as const
/** One. */
export type PhotoView = (typeof PHOTO_VIEWS)[number]

/** How it came to the office. */
export const PHOTO_SOURCES = ['FILE', 'PHONE', 'STICK'] as const
/** One. */
export type PhotoSource = (typeof PHOTO_SOURCES)[number]
