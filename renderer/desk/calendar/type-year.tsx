import { Button, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarYearList } from '../../../domain/duty/calendar/calendar-year-check.ts'
import { lineFault, type TypedHoliday, typedYear } from './typed-year.ts'

/** What the form begins with. */
export type YearToType = {
  readonly year: number
  readonly source: string
  readonly lines: readonly TypedHoliday[]
}

const EMPTY: TypedHoliday = { name: '', from: '', to: '', workdays: '' }
const FIELDS = ['name', 'from', 'to', 'workdays'] as const

/** A year not on record yet: a line for each holiday that every notice has. */
export function emptyYear(year: number): YearToType {
  const names = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']
  return { year, source: '', lines: names.map((name) => ({ ...EMPTY, name })) }
}

type Props = {
  readonly start: YearToType
  readonly busy: boolean
  readonly preview: (year: CalendarYearList) => void
  readonly cancel: () => void
}

/** The holiday notice line by line, as the State Council office words it. */
export function TypeYear({ start, busy, preview, cancel }: Props) {
  const { t } = useTranslation(['calendar', 'desk'])
  const [form] = Form.useForm<YearToType>()
  const required = [{ required: true, message: t('desk:office.required') }]
  const faultOf = (place: number, field: keyof TypedHoliday) => {
    const { year, lines } = form.getFieldsValue()
    const found = lineFault({ ...EMPTY, ...lines[place] }, year)
    return found?.field === field ? t(`calendar:update.fault.${found.fault}`) : null
  }
  return (
    <Form
      form={form}
      name="type-year"
      layout="vertical"
      initialValues={start}
      validateTrigger="onSubmit"
      scrollToFirstError={{ focus: true }}
      onFinish={(typed: YearToType) =>
        preview(
          typedYear(
            typed.year,
            typed.source,
            typed.lines.map((line) => ({ ...EMPTY, ...line })),
          ),
        )
      }
    >
      <div className="typed-head">
        <Form.Item name="year" label={t('calendar:update.year')} rules={required}>
          <InputNumber min={2004} max={2099} precision={0} controls={false} />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('calendar:update.source')}
          rules={[{ required: true, whitespace: true, message: t('desk:office.required') }]}
        >
          <Input
            maxLength={200}
            autoComplete="off"
            autoFocus
            placeholder={t('calendar:update.sourceExample')}
          />
        </Form.Item>
      </div>
      <Form.List name="lines">
        {(lines, { add, remove }) => (
          <fieldset className="typed-lines">
            <legend>{t('calendar:update.rows')}</legend>
            <p className="sub">{t('calendar:update.rowsHow')}</p>
            <div className="typed-line typed-names" aria-hidden="true">
              <span>{t('calendar:update.rowName')}</span>
              <span>{t('calendar:update.rowFrom')}</span>
              <span>{t('calendar:update.rowTo')}</span>
              <span>{t('calendar:update.rowWorkdays')}</span>
            </div>
            {lines.map(({ key, name: place }, index) => (
              <div
                key={key}
                className="typed-line"
                role="group"
                aria-label={t('calendar:update.row', { number: index + 1 })}
              >
                {FIELDS.map((field) => (
                  <Form.Item
                    key={field}
                    name={[place, field]}
                    rules={[
                      {
                        validator: () => {
                          const fault = faultOf(place, field)
                          return fault === null ? Promise.resolve() : Promise.reject(new Error(fault))
                        },
                      },
                    ]}
                  >
                    <Input
                      maxLength={field === 'workdays' ? 120 : 20}
                      autoComplete="off"
                      aria-label={t(`calendar:update.${ROW_LABELS[field]}`)}
                      placeholder={t(`calendar:update.${ROW_EXAMPLES[field]}`)}
                    />
                  </Form.Item>
                ))}
                <Button
                  type="text"
                  aria-label={t('calendar:update.removeRow', { number: index + 1 })}
                  onClick={() => remove(place)}
                >
                  ×
                </Button>
              </div>
            ))}
            <Button onClick={() => add(EMPTY)}>{t('calendar:update.addRow')}</Button>
          </fieldset>
        )}
      </Form.List>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('calendar:update.preview')}
        </Button>
        <Button onClick={cancel}>{t('calendar:update.cancel')}</Button>
      </div>
    </Form>
  )
}

const ROW_LABELS = { name: 'rowName', from: 'rowFrom', to: 'rowTo', workdays: 'rowWorkdays' } as const
const ROW_EXAMPLES = {
  name: 'rowNameExample',
  from: 'rowFromExample',
  to: 'rowToExample',
  workdays: 'rowWorkdaysExample',
} as const
