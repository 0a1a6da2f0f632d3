import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecallView } from '../../../../server/notice/archive/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { tickRecall } from '../../api/edition-api.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayWords } from '../format.ts'
import { EDITION_TASKS_KEY, noticeRecordKey } from '../keys.ts'
import { dayOf } from '../minute.ts'

function Tick({ recall, close }: { readonly recall: RecallView; readonly close: () => void }) {
  const { t } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const queries = useQueryClient()
  const today = dayOf(clock.now)
  const [day, setDay] = useState(today)
  const [note, setNote] = useState('')
  const tick = useMutation({
    mutationFn: () => tickRecall(recall.id, { removedOn: day, note: note.trim() }),
    onSuccess: async (tasks) => {
      queries.setQueryData(EDITION_TASKS_KEY, tasks)
      await queries.invalidateQueries({ queryKey: noticeRecordKey(recall.noticeId) })
      close()
    },
  })
  return (
    <Modal
      open
      title={t('recall.tickTitle', { board: recall.board.name })}
      okText={t('recall.tick')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: day === '', loading: tick.isPending }}
      onOk={() => {
        tick.mutate()
      }}
      onCancel={close}
    >
      <p>{t('recall.tickMeaning')}</p>
      <label className="nt-label" htmlFor="tick-day">
        {t('posting.day')}
      </label>
      <Input
        id="tick-day"
        type="date"
        max={today}
        value={day}
        onChange={(event) => {
          setDay(event.target.value)
        }}
      />
      <label className="nt-label" htmlFor="tick-note">
        {t('recall.note')}
      </label>
      <Input
        id="tick-note"
        maxLength={500}
        value={note}
        placeholder={t('recall.noteExample')}
        onChange={(event) => {
          setNote(event.target.value)
        }}
      />
      <RefusalMessage error={tick.error} />
    </Modal>
  )
}

/** One board whose old paper has to come down, or has. */
export function RecallLine(props: {
  readonly recall: RecallView
  readonly may: boolean
  readonly title?: string
}) {
  const { t, i18n } = useTranslation('edition')
  const [ticking, setTicking] = useState(false)
  const { recall } = props
  return (
    <li className="nt-line ed-recall">
      <div>
        <div className="nt-line-title">{recall.board.name}</div>
        {props.title === undefined ? null : <div>{props.title}</div>}
        <div className="nt-soft">
          {t('recall.line', {
            number: recall.editionNumber,
            cause: t(`recall.cause.${recall.cause}`),
            why: t(recall.posted ? 'recall.posted' : 'recall.printed'),
          })}
        </div>
        {recall.done === null ? null : (
          <div className="nt-soft">
            {t('recall.done', { day: dayWords(recall.done.on, i18n.language), name: recall.done.by })}{' '}
            {recall.done.note}
          </div>
        )}
      </div>
      {recall.done === null && props.may ? (
        <Button
          size="small"
          aria-label={t('recall.tickTitle', { board: recall.board.name })}
          onClick={() => {
            setTicking(true)
          }}
        >
          {t('recall.tick')}
        </Button>
      ) : null}
      {ticking ? <Tick recall={recall} close={() => setTicking(false)} /> : null}
    </li>
  )
}
