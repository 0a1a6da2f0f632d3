import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DrivesView } from '../../../../server/exchange/views.ts'
import { byteSize } from '../../../shared/ui/byte-size.ts'

/** A drive or a folder that a package can go to. */
export type Place = {
  readonly key: string
  readonly to: { readonly driveId: string } | { readonly folderId: string }
  readonly name: string
  readonly freeBytes: number | null
  readonly totalBytes: number | null
  readonly writable: boolean
}

/** Drives and folders in one list, drives first. */
export function placesOf({ drives, folders }: DrivesView): readonly Place[] {
  return [
    ...drives.map((drive) => ({ ...drive, key: `drive ${drive.id}`, to: { driveId: drive.id } })),
    ...folders.map(({ id, path, freeBytes, writable }) => ({
      key: `folder ${id}`,
      to: { folderId: id },
      name: path,
      freeBytes,
      totalBytes: null,
      writable,
    })),
  ]
}

/** Whether a package of this size can go there. */
export function fits(place: Place, size: number): boolean {
  return place.writable && (place.freeBytes === null || place.freeBytes >= size)
}

function PlaceWords({ place, size }: { readonly place: Place; readonly size: number }) {
  const { t } = useTranslation('exchange')
  const { freeBytes, totalBytes, writable } = place
  if (!writable) {
    return <span className="bad">{t('driveId' in place.to ? 'drive.readOnly' : 'drive.unreachable')}</span>
  }
  if (freeBytes === null) return <span className="sub">{t('drive.freeUnknown')}</span>
  if (freeBytes < size) {
    return <span className="bad">{t('drive.full', { free: byteSize(freeBytes), size: byteSize(size) })}</span>
  }
  return (
    <span className="sub">
      {totalBytes === null
        ? t('drive.free', { free: byteSize(freeBytes) })
        : t('drive.freeOf', { free: byteSize(freeBytes), total: byteSize(totalBytes) })}
    </span>
  )
}

/** The places a package can go to, by name, with the room they have. */
export function PlaceList(props: {
  readonly places: readonly Place[]
  readonly size: number
  readonly chosen: string | null
  readonly disabled: boolean
  readonly choose: (key: string) => void
}) {
  const { t } = useTranslation('exchange')
  return (
    <Radio.Group
      className="ex-places"
      aria-label={t('drive.choose')}
      value={props.chosen}
      disabled={props.disabled}
      onChange={(event) => props.choose(String(event.target.value))}
    >
      {props.places.map((place) => (
        <Radio key={place.key} value={place.key} disabled={!fits(place, props.size)}>
          <b className="breakable">{place.name}</b>
          <PlaceWords place={place} size={props.size} />
        </Radio>
      ))}
    </Radio.Group>
  )
}
