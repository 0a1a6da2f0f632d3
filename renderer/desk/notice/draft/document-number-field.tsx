import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { repairDocumentNumber } from '../../../../domain/notice/document-number.ts'
import { FormField } from './field.tsx'

/** 发文字号: mended into its official form when the person leaves the field, and the mending is shown. */
export function DocumentNumberField(props: {
  readonly value: string
  readonly change: (value: string) => void
}) {
  const { t } = useTranslation('notice')
  const [typed, setTyped] = useState<string | null>(null)
  const [mended, setMended] = useState<string | null>(null)
  const valid = typed !== null || repairDocumentNumber(props.value).ok
  return (
    <FormField
      name="documentNumber"
      label={t('fields.documentNumber')}
      fault={valid ? null : t('fields.documentNumberFault')}
      hint={mended === null ? null : t('fields.documentNumberMended', { typed: mended })}
    >
      {(aria) => (
        <Input
          {...aria}
          value={props.value}
          placeholder={t('fields.documentNumberExample')}
          status={valid ? '' : 'error'}
          onChange={(event) => {
            setTyped(event.target.value)
            setMended(null)
            props.change(event.target.value)
          }}
          onBlur={() => {
            setTyped(null)
            const answer = repairDocumentNumber(props.value)
            if (!answer.ok || !answer.value.repaired) return
            if (answer.value.value !== '') setMended(props.value)
            props.change(answer.value.value)
          }}
        />
      )}
    </FormField>
  )
}
