import { useQuery } from '@tanstack/react-query'
import { App, Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_VIEWS, type PhotoMoment, type PhotoView } from '../../../../domain/posting/posting-state.ts'
import type { PhotoTicketView, PostingView } from '../../../../server/posting/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { instantText } from '../../../shared/ui/instant-text.ts'
import { qrDrawing } from '../../../shared/qr-path.ts'
import {
  decidePhonePhoto,
  endPhotoTicket,
  getPhotoTicket,
  openPhotoTicket,
  photoAddress,
} from '../../api/board-api.ts'
import { useSheetChange } from '../life/use-sheet-change.ts'
import { Loading } from '../../../shared/desk/loading.tsx'

// A person stands there with a phone and looks at this screen.
const REFRESH_MS = 2000

function Code({ address }: { readonly address: string }) {
  const { t } = useTranslation('board')
  const { size, path } = qrDrawing(address)
  return (
    <svg
      className="bd-code"
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      role="img"
      aria-label={t('phone.code')}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function Waiting(props: {
  readonly sheet: PostingView
  readonly photo: PhotoTicketView['waiting'][number]
  readonly number: number
  readonly moment: PhotoMoment
  readonly decided: () => void
}) {
  const { sheet, photo, number, moment } = props
  const { t } = useTranslation('board')
  const [view, setView] = useState<PhotoView>(number % 2 === 1 ? 'DISTANT' : 'CLOSE')
  const decide = useSheetChange(
    (take: boolean) => decidePhonePhoto(sheet.id, photo.id, { take, view }),
    props.decided,
  )
  return (
    <li>
      <img className="bd-thumb-large" src={photoAddress(photo.sha256)} alt={t('phone.photo', { number })} />
      <div>
        <p className="bd-why">
          {t('phone.came', { time: instantText(photo.receivedAt, true).slice(11) })}
          {photo.moment === moment ? null : ` · ${t(`photo.moment.${photo.moment}`)}`}
        </p>
        <Radio.Group
          aria-label={t('phone.viewOf', { number })}
          value={view}
          options={PHOTO_VIEWS.map((one) => ({ value: one, label: t(`photo.view.${one}`) }))}
          onChange={(event) => setView(event.target.value as PhotoView)}
        />
        <div className="row bd-gap">
          <Button type="primary" size="small" loading={decide.isPending} onClick={() => decide.mutate(true)}>
            {t('phone.take')}
          </Button>
          <Button size="small" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
            {t('phone.refuse')}
          </Button>
        </div>
        <RefusalMessage error={decide.error} />
      </div>
    </li>
  )
}

/** Photographs from a phone: a one-time address as a code and in words, and what has come from it to be taken or refused. */
export function PhoneDialog(props: {
  readonly sheet: PostingView
  readonly moment: PhotoMoment
  readonly close: () => void
}) {
  const { sheet, moment, close } = props
  const { t } = useTranslation('board')
  const { modal } = App.useApp()
  const opened = useQuery({
    queryKey: ['photo-ticket', sheet.id, moment],
    queryFn: () => openPhotoTicket(sheet.id, moment),
    staleTime: Infinity,
    // Whoever has it open too gets the same page; once it was ended it is another, with another secret.
    gcTime: 0,
  })
  const address = opened.data?.address ?? null
  const waiting = useQuery({
    queryKey: ['photo-ticket', sheet.id, moment, 'waiting'],
    queryFn: ({ signal }) => getPhotoTicket(sheet.id, signal),
    enabled: address !== null,
    refetchInterval: REFRESH_MS,
    gcTime: 0,
  })
  const photos = waiting.data?.waiting ?? []
  const ended = waiting.data !== undefined && waiting.data.address !== address
  const end = () => {
    // Ended or not, the dialog goes: the page dies by itself after a quarter of an hour.
    void endPhotoTicket(sheet.id).catch(() => undefined)
    close()
  }
  const ask = () => {
    if (photos.length === 0) return end()
    void modal.confirm({
      icon: null,
      title: t('phone.closeTitle', { number: photos.length }),
      content: t('phone.closeText'),
      okText: t('close'),
      cancelText: t('phone.goOn'),
      onOk: end,
    })
  }
  return (
    <Modal
      open
      width={640}
      title={t('phone.title', { moment: t(`photo.moment.${moment}`) })}
      footer={<Button onClick={ask}>{t('close')}</Button>}
      onCancel={ask}
      mask={{ closable: false }}
    >
      {opened.data === undefined ? (
        opened.error === null ? (
          <Loading />
        ) : (
          <RefusalMessage error={opened.error} />
        )
      ) : address === null ? (
        <div className="bd-lan">
          <p className="strong">{t('phone.off')}</p>
          <p>{t('phone.offHow')}</p>
          <code className="bd-block">npm start -- --lan</code>
          <p className="bd-why">{t('phone.offOther')}</p>
        </div>
      ) : (
        <div className="bd-phone">
          <Code address={address} />
          <div>
            <p>{t('phone.how')}</p>
            <code className="bd-block">{address}</code>
            <p className="bd-why">
              {t('phone.until', { time: instantText(opened.data.expiresAt).slice(11) })}
            </p>
          </div>
        </div>
      )}
      {waiting.error === null && !ended ? null : (
        <>
          {ended ? <p role="alert">{t('phone.ended')}</p> : <RefusalMessage error={waiting.error} />}
          <Button onClick={() => void opened.refetch()}>{t('phone.again')}</Button>
        </>
      )}
      {address === null ? null : (
        <section className="bd-photos" aria-live="polite">
          <h3>{t('phone.waiting', { number: photos.length })}</h3>
          {photos.length === 0 ? <p className="bd-why">{t('phone.none')}</p> : null}
          <ul>
            {photos.map((photo, index) => (
              <Waiting
                key={photo.id}
                sheet={sheet}
                photo={photo}
                number={index + 1}
                moment={moment}
                decided={() => void waiting.refetch()}
              />
            ))}
          </ul>
        </section>
      )}
    </Modal>
  )
}
