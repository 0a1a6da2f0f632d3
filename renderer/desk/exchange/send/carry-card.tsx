import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrivesView, PackageView } from '../../../../server/exchange/views.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { byteSize } from '../../../shared/ui/byte-size.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { carryPackage, listDrives, packageFileAddress } from '../../api/exchange-api.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { DRIVES_KEY } from '../exchange-keys.ts'
import { JobOutcome } from '../job-outcome.tsx'
import { JobProgress } from '../job-progress.tsx'
import { CarriageLines } from '../package/carriage-lines.tsx'
import { usePackageJob } from '../use-package-job.ts'
import { fits, PlaceList, placesOf } from './place-list.tsx'

// A stick that is plugged in shows by itself.
const DRIVES_MS = 3000
const PERSON_AT_MOST = 60

function Carry({ one, drives }: { readonly one: PackageView; readonly drives: DrivesView }) {
  const { t } = useTranslation('exchange')
  const { session } = useOpenDesk()
  const id = useId()
  const [person, setPerson] = useState(session.account.name)
  const [asked, setAsked] = useState<string | null>(null)
  const job = usePackageJob('CARRIAGE', carryPackage)
  const places = placesOf(drives)
  const fitting = places.filter((place) => fits(place, one.size))
  // The one stick that is there needs no choosing.
  const place = fitting.find(({ key }) => key === asked) ?? (fitting.length === 1 ? fitting[0] : undefined)
  return (
    <div className="ex-carry">
      {places.length === 0 ? (
        <p className="ex-no-drive">{t('drive.none')}</p>
      ) : (
        <PlaceList
          places={places}
          size={one.size}
          chosen={place?.key ?? null}
          disabled={job.busy}
          choose={setAsked}
        />
      )}
      <label htmlFor={id}>{t('carry.person')}</label>
      <Input
        id={id}
        className="ex-person"
        value={person}
        maxLength={PERSON_AT_MOST}
        onChange={(event) => setPerson(event.target.value)}
      />
      {job.running === null ? (
        <div className="row">
          <Button
            type="primary"
            disabled={place === undefined || job.busy}
            onClick={() => {
              if (place) job.begin({ sequence: one.sequence, to: place.to, person: person.trim() })
            }}
          >
            {place === undefined ? t('carry.do') : t('carry.doTo', { place: place.name })}
          </Button>
          <span className="sub">{t('carry.readBack')}</span>
        </div>
      ) : (
        <JobProgress job={job.running} cancel={job.cancel} cancelling={job.cancelling} />
      )}
      <RefusalMessage error={job.error} />
      {job.ended !== null && (
        <JobOutcome job={job.ended}>
          <p>{t('carry.done', { sequence: job.ended.sequence ?? '', place: job.ended.place ?? '' })}</p>
          <p>{t('carry.eject')}</p>
        </JobOutcome>
      )}
    </div>
  )
}

/** Puts a package on its way by hand: on a drive or into a folder, or as a download. */
export function CarryCard({ packages }: { readonly packages: readonly PackageView[] }) {
  const { t } = useTranslation('exchange')
  const [asked, setAsked] = useState<number | null>(null)
  const drives = useQuery({ queryKey: DRIVES_KEY, queryFn: listDrives, refetchInterval: DRIVES_MS })
  const one = packages.find(({ sequence }) => sequence === asked) ?? packages[0]
  if (one === undefined) return null
  return (
    <section className="card" aria-labelledby="ex-carry">
      <h2>
        <span id="ex-carry" className="ex-h2">
          {t('carry.title', { sequence: one.sequence })}
        </span>
        {packages.length > 1 && (
          <Select
            aria-label={t('carry.which')}
            value={one.sequence}
            popupMatchSelectWidth={false}
            options={packages.map(({ sequence, state }) => ({
              value: sequence,
              label: t('carry.option', { sequence, state: t(`state.${state}`) }),
            }))}
            onChange={setAsked}
          />
        )}
      </h2>
      <div className="card-body">
        <p className="ex-file">
          <span className="breakable">{one.fileName}</span>
          <span className="sub">
            {t('package.holds', { editions: one.editionCount, withdrawals: one.withdrawalCount })}
            {'　'}
            {byteSize(one.size)}
          </span>
          <a className="button-link" href={packageFileAddress(one.sequence)} download={one.fileName}>
            {t('package.download')}
          </a>
        </p>
        <QueryBody query={drives}>{(data) => <Carry key={one.sequence} one={one} drives={data} />}</QueryBody>
        <CarriageLines carriages={one.carriages} />
      </div>
    </section>
  )
}
