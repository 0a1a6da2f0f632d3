import type { PhotoMoment } from '../../../../domain/posting/posting-state.ts'
import type { PhotoFile, PostingEventView, PostingView } from '../../../../server/posting/views.ts'

const HAS_PHOTOS: readonly PostingEventView['kind'][] = [
  'POSTED',
  'CHECKED',
  'DAMAGED',
  'REPOSTED',
  'REMOVED',
]

/** What of a sheet's life a photograph can show: what has happened, the newest first. */
export function momentsOf(sheet: Pick<PostingView, 'events'>): readonly PhotoMoment[] {
  const kinds = sheet.events.toReversed().map(({ kind }) => kind)
  return [...new Set(kinds.filter((kind) => HAS_PHOTOS.includes(kind)))] as readonly PhotoMoment[]
}

/** An event with the photographs that show it. */
export type ToldEvent = { readonly event: PostingEventView; readonly photos: readonly PhotoFile[] }

/**
 * Puts each photograph to the event it shows: of its kind the newest that was on record when it came, else the first. A photograph of
 * nothing that happened is kept in `other`, so that none is ever left out.
 */
export function withPhotos(sheet: Pick<PostingView, 'events' | 'photos'>): {
  readonly events: readonly ToldEvent[]
  readonly other: readonly PhotoFile[]
} {
  const ofEvent = new Map<PostingEventView, PhotoFile[]>()
  const other: PhotoFile[] = []
  for (const photo of sheet.photos) {
    const own = sheet.events.filter(({ kind }) => kind === photo.moment)
    const event = own.findLast(({ at }) => at <= photo.receivedAt) ?? own[0]
    if (event === undefined) other.push(photo)
    else ofEvent.set(event, [...(ofEvent.get(event) ?? []), photo])
  }
  return { events: sheet.events.map((event) => ({ event, photos: ofEvent.get(event) ?? [] })), other }
}
