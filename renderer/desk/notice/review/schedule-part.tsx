import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmissionView } from '../../../../server/notice/views.ts'
import { RefusalMessage, refusalText } from '../../../shared/ui/refusal-message.tsx'
import { unscheduleNotice } from '../../api/edition-api.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime } from '../format.ts'
import { useRecord, useRecordAct } from '../use-record.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'

/** The minute at which it goes out by itself: set, moved, taken back; and why it did not. */
export function SchedulePart(props: { readonly id: string; readonly submission: SubmissionView }) {
  const { t, i18n } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const { message } = App.useApp()
  const record = useRecord(props.id).data
  const [setting, setSetting] = useState(false)
  const cancel = useRecordAct(props.id, () => unscheduleNotice(props.id))
  if (record === undefined) return null
  const { schedule, may } = record
  const time = schedule === null ? '' : dayAndTime(schedule.publishAt, i18n.language, clock.now)
  return (
    <>
      {schedule === null ? null : (
        <span className={schedule.refusal === null ? 'nt-soft' : 'nt-bad'} role="status">
          {schedule.refusal === null
            ? t('schedule.stands', { time })
            : t('schedule.refused', { time, reason: refusalText(i18n, schedule.refusal) })}
        </span>
      )}
      {may.schedule ? (
        <Button
          onClick={() => {
            setSetting(true)
          }}
        >
          {t(schedule === null ? 'schedule.action' : 'schedule.change')}
        </Button>
      ) : null}
      {schedule !== null && may.unschedule ? (
        <Button
          loading={cancel.isPending}
          onClick={() => {
            cancel.mutate(undefined, { onError: (error) => void message.error(refusalText(i18n, error)) })
          }}
        >
          {t('schedule.cancel')}
        </Button>
      ) : null}
      <RefusalMessage error={cancel.error} />
      {setting ? (
        <ScheduleDialog
          id={props.id}
          title={props.submission.content.title}
          hash={props.submission.hash}
          publishAt={schedule?.publishAt ?? null}
          close={() => {
            setSetting(false)
          }}
        />
      ) : null}
    </>
  )
}
