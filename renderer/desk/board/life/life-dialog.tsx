import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../../server/posting/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import type { PostingAct } from '../../api/board-api.ts'
import { type ChosenPhoto, PhotoChooser } from '../photo/photo-chooser.tsx'
import type { ActName } from './acts-of.ts'
import { MinimumNote } from './minimum-note.tsx'
import { useLifeAct } from './use-life-act.ts'

type Typed = {
  readonly on: string
  readonly witness: string
  readonly reason: string
  readonly note: string
}

function actOf(act: ActName, typed: Typed): PostingAct {
  const [on, note, reason] = [typed.on, typed.note.trim(), typed.reason.trim()]
  switch (act) {
    case 'posted':
      return { act, on, note, witness: typed.witness.trim() }
    case 'removed':
      return { act, on, note, reason }
    case 'cancelled':
      return { act, reason }
    case 'checked':
    case 'damaged':
    case 'reposted':
      return { act, on, note }
  }
}

/** Whether it would come down while it must still hang. */
function isEarly(sheet: PostingView, act: ActName, on: string): boolean {
  return act === 'removed' && sheet.minimum !== null && on !== '' && on <= sheet.minimum.lastDay
}

/** Taking down too early: in red, with the last day, how it was reckoned, and what follows. */
function EarlyWarning({ sheet, today }: { readonly sheet: PostingView; readonly today: string }) {
  const { t } = useTranslation('board')
  if (sheet.minimum === null) return null
  return (
    <div className="bd-early" role="alert">
      <p className="strong">{t('early.title')}</p>
      <MinimumNote minimum={sheet.minimum} today={today} />
      <p>{t('early.meaning')}</p>
    </div>
  )
}

/** Writes down what happened to a sheet: on which day, with witness, reason and photographs where these belong. */
export function LifeDialog(props: {
  readonly sheet: PostingView
  readonly act: ActName
  readonly today: string
  readonly close: () => void
}) {
  const { sheet, act, today, close } = props
  const { t } = useTranslation('board')
  const [typed, setTyped] = useState<Typed>({ on: today, witness: sheet.witness, reason: '', note: '' })
  const [photos, setPhotos] = useState<readonly ChosenPhoto[]>([])
  const life = useLifeAct(sheet, close)
  const early = isEarly(sheet, act, typed.on)
  const asksReason = early || act === 'cancelled'
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }))
  const lacks = typed.on === '' || (asksReason && typed.reason.trim() === '')
  return (
    <Modal
      open
      width={560}
      title={t(`act.${act}.title`, { board: sheet.boardName })}
      okText={life.recorded ? t('act.photosAgain') : t(`act.${act}.do`)}
      cancelText={life.recorded ? t('close') : t('cancel')}
      okButtonProps={{ disabled: lacks, loading: life.pending, danger: early }}
      onOk={() => life.run({ act: actOf(act, typed), photos })}
      onCancel={close}
      mask={{ closable: false }}
    >
      <p className="bd-why bd-first">{sheet.title}</p>
      {act === 'cancelled' ? null : (
        <>
          <label className="nt-label" htmlFor="life-day">
            {t(`act.${act}.day`)}
          </label>
          <Input
            id="life-day"
            type="date"
            className="bd-day"
            max={today}
            {...(act !== 'posted' && sheet.postedOn !== null && { min: sheet.postedOn })}
            disabled={life.recorded}
            value={typed.on}
            onChange={(event) => set({ on: event.target.value })}
          />
        </>
      )}
      {act === 'removed' && !early && sheet.minimum !== null ? (
        <div className="bd-late-note">
          <MinimumNote minimum={sheet.minimum} today={today} />
        </div>
      ) : null}
      {early ? <EarlyWarning sheet={sheet} today={today} /> : null}
      {asksReason ? (
        <>
          <label className="nt-label bd-gap" htmlFor="life-reason">
            {t('act.reason')}
          </label>
          <Input.TextArea
            id="life-reason"
            className="grow"
            maxLength={500}
            disabled={life.recorded}
            value={typed.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </>
      ) : null}
      {act === 'posted' ? (
        <>
          <label className="nt-label bd-gap" htmlFor="life-witness">
            {t('act.witness')}
          </label>
          <Input
            id="life-witness"
            maxLength={60}
            autoComplete="off"
            placeholder={t('act.witnessExample')}
            disabled={life.recorded}
            value={typed.witness}
            onChange={(event) => set({ witness: event.target.value })}
          />
        </>
      ) : null}
      {act === 'cancelled' ? null : (
        <>
          <label className="nt-label bd-gap" htmlFor="life-note">
            {t('act.note')}
          </label>
          <Input
            id="life-note"
            maxLength={500}
            autoComplete="off"
            disabled={life.recorded}
            value={typed.note}
            onChange={(event) => set({ note: event.target.value })}
          />
          <PhotoChooser photos={photos} change={setPhotos} busy={life.pending} />
        </>
      )}
      {life.sending === null ? null : (
        <p className="bd-why" role="status">
          {t('photo.sending', {
            number: life.sending.number,
            of: life.sending.of,
            share: Math.round(life.sending.share * 100),
          })}
        </p>
      )}
      {life.recorded && life.error !== null ? <p className="bd-why">{t('act.recordedButPhotos')}</p> : null}
      <RefusalMessage error={life.error} />
    </Modal>
  )
}
