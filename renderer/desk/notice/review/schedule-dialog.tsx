import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { scheduleNotice } from '../../api/edition-api.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { instantOf, minuteOf } from '../minute.ts'
import { useRecordAct } from '../use-record.ts'

/** Sets the minute at which what was approved is published by itself. */
export function ScheduleDialog(props: {
  readonly id: string
  readonly title: string
  readonly hash: string
  readonly publishAt: string | null
  readonly close: () => void
}) {
  const { t } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const field = useId()
  const [minute, setMinute] = useState(props.publishAt === null ? '' : minuteOf(props.publishAt))
  const publishAt = instantOf(minute)
  const schedule = useRecordAct(
    props.id,
    (at: string) => scheduleNotice(props.id, props.hash, at),
    props.close,
  )
  return (
    <Modal
      open
      title={t('schedule.title', { title: props.title })}
      okText={t('schedule.confirm')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: publishAt === null, loading: schedule.isPending }}
      onOk={() => {
        if (publishAt !== null) schedule.mutate(publishAt)
      }}
      onCancel={props.close}
    >
      <p>{t('schedule.meaning')}</p>
      <label className="nt-label nt-gap" htmlFor={field}>
        {t('schedule.when')}
      </label>
      <Input
        id={field}
        type="datetime-local"
        min={minuteOf(clock.now)}
        value={minute}
        onChange={(event) => {
          setMinute(event.target.value)
        }}
      />
      <RefusalMessage error={schedule.error} />
    </Modal>
  )
}
