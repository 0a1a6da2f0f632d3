import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from '../../../../domain/notice/content.ts'
import { readCivilDate } from '../../../../domain/notice/notice-dates.ts'
import { dayWords } from '../format.ts'
import { FormField } from './field.tsx'

/** A civil date: typed in any form in which documents write it, or picked from the calendar. */
export function DateField(props: {
  readonly name: 'documentDate' | 'issueDate' | 'validFrom' | 'validTo' | 'displayStart'
  readonly label: string
  readonly meaning: string
  readonly value: CivilDate | null
  readonly today: CivilDate
  readonly fault: string | null
  readonly change: (value: CivilDate | null) => void
}) {
  const { t, i18n } = useTranslation('notice')
  const [typed, setTyped] = useState<string | null>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const unreadable = typed !== null && typed.trim() !== '' && readCivilDate(typed) === null
  const [left, setLeft] = useState(false)
  const weekday = props.value === null ? null : Temporal.PlainDate.from(props.value).dayOfWeek
  const fault = unreadable && left ? t('fields.dateUnreadable') : props.fault
  return (
    <FormField
      name={props.name}
      label={props.label}
      fault={fault}
      hint={
        weekday === null ? (
          props.meaning
        ) : (
          <>
            {t(`fields.weekday.${weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7}`)}　{props.meaning}
          </>
        )
      }
    >
      {(aria) => (
        <div className="nt-date">
          <Input
            {...aria}
            value={typed ?? (props.value === null ? '' : dayWords(props.value, i18n.language))}
            placeholder={t('fields.dateExample')}
            status={fault === null ? '' : 'error'}
            onChange={(event) => {
              const text = event.target.value
              setLeft(false)
              setTyped(text)
              const date = readCivilDate(text)
              if (date !== null || text.trim() === '') props.change(date)
            }}
            onBlur={() => {
              setLeft(true)
              if (!unreadable) setTyped(null)
            }}
          />
          <Button
            onClick={() => {
              setTyped(null)
              props.change(props.today)
            }}
          >
            {t('fields.today')}
          </Button>
          <Button
            aria-label={t('fields.pickDate', { label: props.label })}
            onClick={() => calendar.current?.showPicker()}
          >
            {t('fields.calendar')}
          </Button>
          <input
            ref={calendar}
            className="nt-date-picker"
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={props.value ?? ''}
            onChange={(event) => {
              setTyped(null)
              props.change(event.target.value === '' ? null : event.target.value)
            }}
          />
        </div>
      )}
    </FormField>
  )
}
