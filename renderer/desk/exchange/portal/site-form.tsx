import { useQuery } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortalSiteRequest, PortalSiteTarget } from '../../../../server/exchange/portal/views.ts'
import type { DrivesView } from '../../../../server/exchange/views.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { listDrives } from '../../api/exchange-api.ts'
import { DRIVES_KEY } from '../exchange-keys.ts'
import { fits, type Place, PlaceList, placesOf } from '../send/place-list.tsx'

// A stick that is plugged in shows by itself.
const DRIVES_MS = 3000
/** Nobody knows before how large the pages become; a place that is too small is said by the writing itself. */
const ANY_SIZE = 0

function requestFor({ to }: Place): PortalSiteRequest {
  return 'driveId' in to ? { kind: 'DRIVE', ...to } : { kind: 'FOLDER', ...to }
}

function keyOf(target: PortalSiteTarget | null): string | null {
  if (target === null || target.kind === 'ZIP') return null
  return target.kind === 'DRIVE' ? `drive ${target.driveId}` : `folder ${target.folderId}`
}

type Begin = {
  /** Where the last one went: most often the next goes there again. */
  readonly last: PortalSiteTarget | null
  readonly pending: boolean
  readonly begin: (request: PortalSiteRequest) => void
}

function IntoPlace({ drives, last, pending, begin }: Begin & { readonly drives: DrivesView }) {
  const { t } = useTranslation('exchange')
  const [asked, setAsked] = useState(keyOf(last))
  const places = placesOf(drives)
  const fitting = places.filter((place) => fits(place, ANY_SIZE))
  // The one stick that is there needs no choosing.
  const place = fitting.find(({ key }) => key === asked) ?? (fitting.length === 1 ? fitting[0] : undefined)
  return (
    <>
      {places.length === 0 ? (
        <p className="ex-no-drive">{t('drive.none')}</p>
      ) : (
        <PlaceList
          places={places}
          size={ANY_SIZE}
          chosen={place?.key ?? null}
          disabled={pending}
          choose={setAsked}
        />
      )}
      <Button
        loading={pending}
        disabled={place === undefined}
        onClick={() => {
          if (place) begin(requestFor(place))
        }}
      >
        {place === undefined ? t('portal.siteWrite') : t('portal.siteWriteTo', { place: place.name })}
      </Button>
    </>
  )
}

/** Chooses where the pages go: a ZIP to download, a drive by its name, or a folder that was set for packages. */
export function SiteForm(props: Begin) {
  const { t } = useTranslation('exchange')
  const [kind, setKind] = useState<'ZIP' | 'PLACE'>(keyOf(props.last) === null ? 'ZIP' : 'PLACE')
  const drives = useQuery({
    queryKey: DRIVES_KEY,
    queryFn: listDrives,
    refetchInterval: DRIVES_MS,
    enabled: kind === 'PLACE',
  })
  return (
    <div className="ex-site">
      <Radio.Group
        aria-label={t('portal.siteTarget')}
        value={kind}
        disabled={props.pending}
        onChange={(event) => setKind(event.target.value as 'ZIP' | 'PLACE')}
        options={(['ZIP', 'PLACE'] as const).map((value) => ({ value, label: t(`portal.target.${value}`) }))}
      />
      {kind === 'ZIP' ? (
        <Button loading={props.pending} onClick={() => props.begin({ kind })}>
          {t('portal.siteWrite')}
        </Button>
      ) : (
        <QueryBody query={drives}>{(data) => <IntoPlace {...props} drives={data} />}</QueryBody>
      )}
    </div>
  )
}
