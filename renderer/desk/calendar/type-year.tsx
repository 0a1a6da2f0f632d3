import { Button, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarYearList } from '../../../domain/duty/calendar-year-check.ts'
import { type TypedHoliday, typedYear } from './typed-year.ts'

const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

type Typed = {
  readonly year: number
  readonly source: string
  readonly lines: readonly Partial<TypedHoliday>[]
}

type Props = {
  readonly year: number
  readonly busy: boolean
  readonly preview: (year: CalendarYearList) => void
  readonly cancel: () => void
}

/** The holiday notice line by line, as the State Council office words it. */
export function TypeYear({ year, busy, preview, cancel }: Props) {
  const { t } = useTranslation(['calendar', 'desk'])
  const required = [{ required: true, message: t('desk:office.required') }]
  return (
    <Form
      name="type-year"
      layout="vertical"
      initialValues={{ year, source: '', lines: HOLIDAYS.map((name) => ({ name })) }}
      onFinish={(typed: Typed) =>
        preview(
          typedYear(
            typed.year,
            typed.source,
            typed.lines.map((line) => ({ name: '', from: '', to: '', workdays: '', ...line })),
          ),
        )
      }
    >
      <div className="fields">
        <Form.Item name="year" label={t('update.year')} rules={required}>
          <InputNumber min={2004} max={2099} precision={0} />
        </Form.Item>
        <Form.Item name="source" label={t('update.source')} rules={required}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.List name="lines">
        {(lines, { add, remove }) => (
          <fieldset className="typed-lines">
            <legend>{t('update.rows')}</legend>
            {lines.map((line) => (
              <div key={line.key} className="typed-line">
                <Form.Item name={[line.name, 'name']} label={t('update.rowName')}>
                  <Input maxLength={20} />
                </Form.Item>
                <Form.Item name={[line.name, 'from']} label={t('update.rowFrom')}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item name={[line.name, 'to']} label={t('update.rowTo')}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item name={[line.name, 'workdays']} label={t('update.rowWorkdays')}>
                  <Input placeholder={t('update.rowWorkdaysHint')} maxLength={120} />
                </Form.Item>
                <Button type="text" aria-label={t('update.removeRow')} onClick={() => remove(line.name)}>
                  ×
                </Button>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({})}>
              {t('update.addRow')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('update.preview')}
        </Button>
        <Button onClick={cancel}>{t('update.cancel')}</Button>
      </div>
    </Form>
  )
}
