import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDay } from '../../../domain/duty/working-calendar.ts'
import type { CalendarYearView } from '../../../server/duty/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { addLocalDay, removeLocalDay } from '../api/calendar-api.ts'
import { useCalendarChange } from './use-calendar-change.ts'

type LocalDay = CalendarYearView['localDays'][number]

function AddDay({ year, done }: { readonly year: number; readonly done: () => void }) {
  const { t } = useTranslation(['calendar', 'desk'])
  const add = useCalendarChange(addLocalDay, t('local.saved'), done)
  const required = [{ required: true, whitespace: true, message: t('desk:office.required') }]
  return (
    <Form
      name="local-day"
      layout="vertical"
      initialValues={{ kind: 'HOLIDAY' }}
      onFinish={(typed: CalendarDay & { reason: string }) => add.mutate(typed)}
    >
      <Form.Item name="date" label={t('local.date')} rules={required}>
        <Input type="date" min={`${year}-01-01`} max={`${year}-12-31`} />
      </Form.Item>
      <Form.Item name="kind" label={t('local.kind')}>
        <Radio.Group
          options={[
            { value: 'HOLIDAY', label: t('local.HOLIDAY') },
            { value: 'WORKDAY', label: t('local.WORKDAY') },
          ]}
        />
      </Form.Item>
      <Form.Item name="name" label={t('local.name')} rules={required}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="reason" label={t('local.reason')} rules={required}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <RefusalMessage error={add.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('local.add')}
        </Button>
        <Button onClick={done}>{t('update.cancel')}</Button>
      </div>
    </Form>
  )
}

function RemoveDay({ day, close }: { readonly day: LocalDay | null; readonly close: () => void }) {
  const { t } = useTranslation('calendar')
  const [reason, setReason] = useState('')
  const remove = useCalendarChange((id: number) => removeLocalDay(id, reason.trim()), t('local.saved'), close)
  if (day === null) return null
  return (
    <Modal
      open
      title={t('local.removeTitle', { date: day.date, name: day.name })}
      okText={t('local.remove')}
      cancelText={t('update.cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: remove.isPending }}
      onOk={() => remove.mutate(day.id)}
      onCancel={close}
    >
      <p className="sub">{t('local.removeWhy')}</p>
      <Input
        value={reason}
        maxLength={200}
        aria-label={t('local.removeReason')}
        placeholder={t('local.removeReason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <RefusalMessage error={remove.error} />
    </Modal>
  )
}

type Props = { readonly days: readonly LocalDay[]; readonly year: number; readonly mayChange: boolean }

/** Local rest and working days of the year shown. */
export function LocalDays({ days, year, mayChange }: Props) {
  const { t } = useTranslation('calendar')
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<LocalDay | null>(null)
  return (
    <section className="card">
      <h2>
        {t('local.title')}
        {mayChange && !adding && <Button onClick={() => setAdding(true)}>{t('local.add')}</Button>}
      </h2>
      <div className="card-body">
        <p className="sub">{t('local.sub')}</p>
        {days.length === 0 && !adding && <p>{t('local.none')}</p>}
        <ul className="local-days">
          {days.map((day) => (
            <li key={day.id}>
              <span>
                <b>{day.date}</b> {day.name} <span className="pill">{t(`local.${day.kind}`)}</span>
                <br />
                <span className="sub">{day.reason}</span>
              </span>
              {mayChange && (
                <Button
                  size="small"
                  onClick={() => setRemoving(day)}
                  aria-label={t('local.removeOf', { date: day.date })}
                >
                  {t('local.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {adding && <AddDay year={year} done={() => setAdding(false)} />}
      </div>
      <RemoveDay key={removing?.id} day={removing} close={() => setRemoving(null)} />
    </section>
  )
}
