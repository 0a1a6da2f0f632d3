import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeTaskView } from '../../../../server/exchange/task/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { href } from '../../../shared/desk/route.ts'
import { endExchangeTask, offerTaskAgain } from '../../api/exchange-receipt-api.ts'
import { dayAndTime } from '../../notice/format.ts'
import { useHasRole, useOpenDesk } from '../../shell/session-context.ts'
import { EndedLine } from '../ended-line.tsx'
import { faultText } from '../fault-words.ts'
import { NoteDialog } from '../note-dialog.tsx'
import { useExchangeChange } from '../use-exchange-change.ts'
import { TaskTodo } from './task-todo.tsx'

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
        {open && <TaskTodo task={task} />}
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
        {task.end !== null && <EndedLine how={t(`exchange:task.how.${task.end.how}`)} end={task.end} />}
        <RefusalMessage error={again.error} />
      </div>
      {open && mayEnd && (
        <div className="ex-task-do">
          <a className="button-link" href={href(`/notices/${encodeURIComponent(notice.id)}`)}>
            {t('exchange:task.open')}
          </a>
          <Popconfirm
            placement="topRight"
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
      {ending && (
        <NoteDialog
          title={t('exchange:task.endTitle', { title: notice.title })}
          means={t('exchange:task.endMeans')}
          action={t('exchange:task.end')}
          send={(note) => endExchangeTask({ id: task.id, note })}
          close={() => setEnding(false)}
        />
      )}
    </li>
  )
}
