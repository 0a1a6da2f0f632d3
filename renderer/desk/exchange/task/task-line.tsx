import { Button, Input, Modal, Popconfirm } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeTaskView } from '../../../../server/exchange/task/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { href } from '../../../shared/desk/route.ts'
import { endExchangeTask, offerTaskAgain } from '../../api/exchange-receipt-api.ts'
import { dayAndTime } from '../../notice/format.ts'
import { useHasRole, useOpenDesk } from '../../shell/session-context.ts'
import { faultText } from '../fault-words.ts'
import { useExchangeChange } from '../use-exchange-change.ts'

function EndDialog({ task, close }: { readonly task: ExchangeTaskView; readonly close: () => void }) {
  const { t } = useTranslation(['exchange', 'desk'])
  const id = useId()
  const [note, setNote] = useState('')
  const end = useExchangeChange(endExchangeTask)
  return (
    <Modal
      open
      title={t('exchange:task.endTitle', { title: task.notice.title })}
      okText={t('exchange:task.end')}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{ disabled: note.trim() === '', loading: end.isPending }}
      onOk={() => end.mutate({ id: task.id, note: note.trim() }, { onSuccess: close })}
      onCancel={close}
    >
      <p>{t('exchange:task.endMeans')}</p>
      <label htmlFor={id}>{t('exchange:task.note')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <RefusalMessage error={end.error} />
    </Modal>
  )
}

function Ended({ end }: { readonly end: NonNullable<ExchangeTaskView['end']> }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  return (
    <p className="sub">
      {t(`task.how.${end.how}`)}　{dayAndTime(end.at, i18n.language, clock.now)}
      {end.by !== null && `　${end.by.name}`}
      {end.note !== '' && t('task.noted', { note: end.note })}
    </p>
  )
}

/** One rejected change: what the county says, what is to be done, and the ways to end it. */
export function TaskLine({ task }: { readonly task: ExchangeTaskView }) {
  const { t, i18n } = useTranslation(['exchange', 'desk'])
  const { clock } = useOpenDesk()
  const mayEnd = useHasRole('HANDLER')
  const [ending, setEnding] = useState(false)
  const again = useExchangeChange(offerTaskAgain)
  const { notice, fault } = task
  const open = task.end === null
  return (
    <li className="ex-task">
      <div>
        <a className="strong breakable" href={href(`/notices/${encodeURIComponent(notice.id)}`)}>
          {notice.title}
        </a>{' '}
        {notice.withdrawn && <span className="pill">{t('exchange:task.withdrawn')}</span>}
        <p className={open ? 'bad' : ''}>{faultText(i18n, fault)}</p>
        {open && <p>{t(`exchange:todo.${fault.code}`)}</p>}
        <p className="sub breakable">
          {t('exchange:change.edition', { indexNumber: notice.indexNumber, number: notice.editionNumber })}
          {'　'}
          {t('exchange:task.from', {
            kind: t(`exchange:change.kind.${task.kind}`),
            sequence: task.receipt.sequence,
            number: task.receipt.number,
            time: dayAndTime(task.openedAt, i18n.language, clock.now),
          })}
        </p>
        {task.end !== null && <Ended end={task.end} />}
        <RefusalMessage error={again.error} />
      </div>
      {open && mayEnd && (
        <div className="ex-task-do">
          <a className="button-link" href={href(`/notices/${encodeURIComponent(notice.id)}`)}>
            {t('exchange:task.open')}
          </a>
          <Popconfirm
            title={t('exchange:task.againAsk')}
            description={<p className="ex-narrow">{t('exchange:task.againMeans')}</p>}
            okText={t('exchange:task.again')}
            cancelText={t('desk:common.cancel')}
            onConfirm={() => again.mutate(task.id)}
          >
            <Button size="small" loading={again.isPending}>
              {t('exchange:task.again')}
            </Button>
          </Popconfirm>
          <Button size="small" onClick={() => setEnding(true)}>
            {t('exchange:task.end')}
          </Button>
        </div>
      )}
      {ending && <EndDialog task={task} close={() => setEnding(false)} />}
    </li>
  )
}
