import { Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarDay } from '../../../domain/duty/calendar/working-calendar.ts'
import type { CalendarYearView } from '../../../server/duty/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { addLocalDay, removeLocalDay } from '../api/calendar-api.ts'
import { useCalendarChange } from './use-calendar-change.ts'

/** A local day as the year has it. */
export type LocalDay = CalendarYearView['localDays'][number]

/** Sets a local rest or working day. */
export function NewLocalDay({ year, close }: { readonly year: number; readonly close: () => void }) {
  const { t } = useTranslation(['calendar', 'desk'])
  const [form] = Form.useForm<CalendarDay & { reason: string }>()
  const add = useCalendarChange(addLocalDay, t('calendar:local.saved'), close)
  const required = [{ required: true, whitespace: true, message: t('desk:office.required') }]
  return (
    <Modal
      open
      title={t('calendar:local.addTitle')}
      okText={t('calendar:local.save')}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{ loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="sub dialog-meaning">{t('calendar:local.addMeaning')}</p>
      <Form
        form={form}
        name="local-day"
        layout="vertical"
        initialValues={{ kind: 'HOLIDAY' }}
        onFinish={(typed) => add.mutate(typed)}
      >
        <Form.Item name="date" label={t('calendar:local.date')} rules={required}>
          <Input type="date" min={`${year}-01-01`} max={`${year + 1}-12-31`} autoFocus />
        </Form.Item>
        <Form.Item name="kind" label={t('calendar:local.kind')}>
          <Radio.Group
            options={[
              { value: 'HOLIDAY', label: t('calendar:local.HOLIDAY') },
              { value: 'WORKDAY', label: t('calendar:local.WORKDAY') },
            ]}
          />
        </Form.Item>
        <Form.Item name="name" label={t('calendar:local.name')} rules={required}>
          <Input maxLength={40} autoComplete="off" placeholder={t('calendar:local.nameExample')} />
        </Form.Item>
        <Form.Item name="reason" label={t('calendar:local.reason')} rules={required}>
          <Input maxLength={200} autoComplete="off" placeholder={t('calendar:local.reasonExample')} />
        </Form.Item>
        {/* Enter in a field hands the form in, as everywhere. */}
        <button type="submit" hidden />
      </Form>
      <RefusalMessage error={add.error} />
    </Modal>
  )
}

/** Takes a local day back: says what that means and asks for the reason first. */
export function RemoveLocalDay({ day, close }: { readonly day: LocalDay; readonly close: () => void }) {
  const { t, i18n } = useTranslation(['calendar', 'desk'])
  const [form] = Form.useForm<{ reason: string }>()
  const remove = useCalendarChange(
    (reason: string) => removeLocalDay(day.id, reason),
    t('calendar:local.saved'),
    close,
  )
  return (
    <Modal
      open
      title={t('calendar:local.removeTitle', {
        date: dayText(day.date, '', i18n.language),
        name: day.name,
      })}
      okText={t('calendar:local.removeDo')}
      cancelText={t('calendar:local.keep')}
      okButtonProps={{ danger: true, loading: remove.isPending }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="sub dialog-meaning">{t('calendar:local.removeWhy')}</p>
      <Form
        form={form}
        name="remove-local-day"
        layout="vertical"
        onFinish={({ reason }) => remove.mutate(reason.trim())}
      >
        <Form.Item
          name="reason"
          label={t('calendar:local.removeReason')}
          rules={[{ required: true, whitespace: true, message: t('desk:office.required') }]}
        >
          <Input maxLength={200} autoComplete="off" autoFocus />
        </Form.Item>
        <button type="submit" hidden />
      </Form>
      <RefusalMessage error={remove.error} />
    </Modal>
  )
}
