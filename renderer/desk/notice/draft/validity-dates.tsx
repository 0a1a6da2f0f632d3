import { useTranslation } from 'react-i18next'
import type { CivilDate } from '../../../../domain/notice/content.ts'
import { DateField } from './date-field.tsx'
import type { Draft } from './use-draft.ts'

/** 施行日期 and 有效期至 as the document itself says them. */
export function ValidityDates({ draft, today }: { readonly draft: Draft; readonly today: CivilDate }) {
  const { t } = useTranslation('wording')
  const { validity } = draft.fields
  const order =
    validity.from !== null && validity.to !== null && validity.to < validity.from
      ? t('fields.validOrder')
      : null
  return (
    <>
      <DateField
        name="validFrom"
        label={t('fields.validFrom')}
        meaning={t('fields.validFromMeaning')}
        value={validity.from}
        today={today}
        fault={null}
        change={(from) => draft.setField('validity', { ...draft.fields.validity, from })}
      />
      <DateField
        name="validTo"
        label={t('fields.validTo')}
        meaning={t('fields.validToMeaning')}
        value={validity.to}
        today={today}
        fault={order}
        change={(to) => draft.setField('validity', { ...draft.fields.validity, to })}
      />
    </>
  )
}
