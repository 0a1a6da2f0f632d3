import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_VIEWS, type PhotoMoment, type PhotoView } from '../../../../domain/posting/posting-state.ts'
import type { PostingView } from '../../../../server/posting/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { uploadPhoto } from '../../api/board-api.ts'
import { useSheetChange } from '../life/use-sheet-change.ts'
import { momentsOf } from './moments-of.ts'
import { PhoneDialog } from './phone-dialog.tsx'
import { PICTURES } from './photo-chooser.tsx'
import { StickDialog } from './stick-dialog.tsx'

/** Adds photographs to what has happened to a sheet: from a file, from a phone, from a stick. */
export function AddPhotos({ sheet }: { readonly sheet: PostingView }) {
  const { t } = useTranslation('board')
  const moments = momentsOf(sheet)
  const [chosen, setChosen] = useState<PhotoMoment | null>(null)
  const [view, setView] = useState<PhotoView>('DISTANT')
  const [way, setWay] = useState<'PHONE' | 'STICK' | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const moment = chosen !== null && moments.includes(chosen) ? chosen : (moments[0] ?? null)
  const add = useSheetChange(async (file: File) => {
    if (moment === null) return sheet
    try {
      return await uploadPhoto(sheet.id, file, { moment, view }, setShare)
    } finally {
      setShare(null)
    }
  })
  if (moment === null) return null
  return (
    <section className="bd-add" aria-label={t('photo.add')}>
      <h3>{t('photo.add')}</h3>
      <div className="row">
        <Select
          aria-label={t('photo.momentIs')}
          value={moment}
          options={moments.map((one) => ({ value: one, label: t(`photo.moment.${one}`) }))}
          onChange={setChosen}
        />
        <Select
          aria-label={t('photo.viewIs')}
          value={view}
          options={PHOTO_VIEWS.map((one) => ({ value: one, label: t(`photo.view.${one}`) }))}
          onChange={setView}
        />
        <Button loading={add.isPending} onClick={() => input.current?.click()}>
          {t('photo.fromFile')}
        </Button>
        <Button disabled={add.isPending} onClick={() => setWay('PHONE')}>
          {t('photo.fromPhone')}
        </Button>
        <Button disabled={add.isPending} onClick={() => setWay('STICK')}>
          {t('photo.fromStick')}
        </Button>
        <input
          ref={input}
          type="file"
          accept={PICTURES}
          aria-label={t('photo.fromFile')}
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file chosen twice must arrive twice.
            event.target.value = ''
            if (file !== undefined) add.mutate(file)
          }}
        />
      </div>
      {share === null ? null : (
        <p className="bd-why" role="status">
          {t('photo.sending', { number: 1, of: 1, share: Math.round(share * 100) })}
        </p>
      )}
      <RefusalMessage error={add.error} />
      {way === 'PHONE' ? <PhoneDialog sheet={sheet} moment={moment} close={() => setWay(null)} /> : null}
      {way === 'STICK' ? <StickDialog sheet={sheet} moment={moment} close={() => setWay(null)} /> : null}
    </section>
  )
}
