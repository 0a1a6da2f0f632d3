import { useTranslation } from 'react-i18next'
import type { CertificatePosting } from '../../../server/display/public-display/views.ts'
import type { PhotoFile } from '../../../server/posting/views.ts'
import type { FileAddress } from '../face.ts'
import { officialDate } from '../official-date.ts'
import { officialMinute } from '../official-minute.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/** Seconds by which a camera's clock may differ from the computer's before the paper says so. */
const DRIFT_TOLD = 300

/** Where a photograph goes in the list, counted over all sheets of the certificate. */
type Numbered = { readonly number: number; readonly photo: PhotoFile; readonly place: string }

function numbered(postings: readonly CertificatePosting[]): readonly Numbered[] {
  return postings
    .flatMap(({ photos, place }) => photos.map((photo) => ({ photo, place })))
    .map((one, index) => ({ ...one, number: index + 1 }))
}

function pairs(photos: readonly Numbered[]): readonly (readonly Numbered[])[] {
  return photos.flatMap((_, index) => (index % 2 === 0 ? [photos.slice(index, index + 2)] : []))
}

// The photographs of a sheet follow each other: 1—3.
function span(numbers: readonly number[]): string {
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)].map(String)
  if (numbers.length === 0) return ''
  return numbers.length === 1 ? first : `${first}—${last}`
}

/** Who put every sheet up and took it down, when, what happened in between, and why one came down early. */
function PostingTable(props: {
  readonly postings: readonly CertificatePosting[]
  readonly photos: readonly Numbered[]
}) {
  const { t } = useTranslation(['sheet', 'terms'])
  return (
    <table className="dcp-table dcp-postings">
      <thead>
        <tr>
          <th className="dcp-place">{t('sheet:certificate.board', CHINESE)}</th>
          <th className="dcp-day">{t('sheet:certificate.putUp', CHINESE)}</th>
          <th className="dcp-day">{t('sheet:certificate.takenDown', CHINESE)}</th>
          <th>{t('sheet:certificate.what', CHINESE)}</th>
          <th className="dcp-numbers">{t('sheet:certificate.photoNumbers', CHINESE)}</th>
        </tr>
      </thead>
      <tbody>
        {props.postings.map((posting, index) => (
          <tr key={index}>
            <td className="dcp-place">
              {posting.place}
              {posting.where === '' ? null : <p className="dcp-small">{posting.where}</p>}
            </td>
            <td>
              {officialDate(posting.postedOn ?? '')}
              {posting.postedBy === '' ? null : <p className="dcp-small">{posting.postedBy}</p>}
            </td>
            <td>
              {posting.removedOn === null
                ? t('sheet:certificate.stillUp', CHINESE)
                : officialDate(posting.removedOn)}
              {posting.removedBy === '' ? null : <p className="dcp-small">{posting.removedBy}</p>}
            </td>
            <td className="dcp-wide">
              {posting.early === null ? null : (
                <p className="dcp-removal">
                  {t('sheet:certificate.early', {
                    ...CHINESE,
                    last: posting.minimumLastDay === null ? '' : officialDate(posting.minimumLastDay),
                    reason: posting.early.reason,
                  })}
                </p>
              )}
              {posting.witness === '' ? null : (
                <p>{t('sheet:certificate.witness', { ...CHINESE, name: posting.witness })}</p>
              )}
              {posting.events
                .filter(({ kind }) => kind === 'CHECKED' || kind === 'DAMAGED' || kind === 'REPOSTED')
                .map((event) => (
                  <p key={event.at + event.kind}>
                    {t('sheet:certificate.event', {
                      ...CHINESE,
                      on: officialDate(event.on),
                      kind: t(`sheet:certificate.eventKind.${event.kind as 'CHECKED'}`, CHINESE),
                      by: event.by,
                      note: event.note === '' ? '' : `：${event.note}`,
                    })}
                  </p>
                ))}
            </td>
            <td className="dcp-numbers">
              {span(
                props.photos
                  .filter(({ photo }) => posting.photos.includes(photo))
                  .map(({ number }) => number),
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A photograph with what it shows and by whose clock; the camera's own time is a claim and said to be one. */
function Photo(props: { readonly one: Numbered; readonly fileAddress: FileAddress }) {
  const { t } = useTranslation('sheet')
  const { photo, number, place } = props.one
  const differs = photo.driftSeconds !== null && Math.abs(photo.driftSeconds) > DRIFT_TOLD
  return (
    <figure className="dcp-photo">
      <img src={props.fileAddress(photo.sha256)} width={photo.width} height={photo.height} alt="" />
      <figcaption>
        <p>
          {t('certificate.photo', {
            ...CHINESE,
            number,
            place,
            moment: t(`certificate.moment.${photo.moment}`, CHINESE),
            view: t(`certificate.view.${photo.view}`, CHINESE),
          })}
        </p>
        <p>
          {t('certificate.received', { ...CHINESE, time: officialMinute(photo.receivedAt), name: photo.by })}
          {photo.clockDoubtful ? t('certificate.clockDoubtful', CHINESE) : ''}
        </p>
        {photo.claimedAt === null ? null : (
          <p>
            {t(differs ? 'certificate.claimedDiffers' : 'certificate.claimed', {
              ...CHINESE,
              time: photo.claimedAt.replace('T', ' ').slice(0, 16),
            })}
          </p>
        )}
      </figcaption>
    </figure>
  )
}

/** The postings of a certificate, or that there are none on record. */
export function PostingRecords({ postings }: { readonly postings: readonly CertificatePosting[] }) {
  const { t } = useTranslation('sheet')
  const photos = numbered(postings)
  return (
    <>
      <h2>{t('certificate.postings', CHINESE)}</h2>
      {postings.length === 0 ? (
        <p>{t('certificate.noPostings', CHINESE)}</p>
      ) : (
        <PostingTable postings={postings} photos={photos} />
      )}
      {photos.length === 0 ? <p>{t('certificate.withoutPhotographs', CHINESE)}</p> : null}
    </>
  )
}

/** Photographs of the postings, behind the seal: what they are proof of stands before it. */
export function PostingPhotographs(props: {
  readonly postings: readonly CertificatePosting[]
  readonly fileAddress: FileAddress
}) {
  const { t } = useTranslation('sheet')
  return pairs(numbered(props.postings)).map((pair, index) => (
    <div key={index} className="dcp-keep">
      {index === 0 ? <h2>{t('certificate.photographs', CHINESE)}</h2> : null}
      <div className="dcp-photos">
        {pair.map((one) => (
          <Photo key={one.number} one={one} fileAddress={props.fileAddress} />
        ))}
      </div>
    </div>
  ))
}
