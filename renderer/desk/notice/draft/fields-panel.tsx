import { Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AUDIENCES, DISCLOSURE_MODES, type CivilDate } from '../../../../domain/notice/content.ts'
import { NOTICE_KINDS } from '../../../../domain/notice/notice-kind.ts'
import { DateField } from './date-field.tsx'
import { DocumentNumberField } from './document-number-field.tsx'
import { FormField } from './field.tsx'
import type { Missing } from './missing.ts'
import { NumberAdvice } from './number-advice.tsx'
import { SummaryFields } from './summary-fields.tsx'
import type { Draft } from './use-draft.ts'
import { ValidityDates } from './validity-dates.tsx'

/** The particulars of a notice beside its text, in the order in which a clerk has them at hand. */
export function FieldsPanel(props: {
  readonly id: string
  readonly draft: Draft
  readonly missing: readonly Missing[]
  readonly today: CivilDate
  /** Who issues it when nobody is named. */
  readonly officeName: string
}) {
  const { t } = useTranslation(['notice', 'terms', 'wording'])
  const { fields, setField } = props.draft
  const wrong = (code: string): string | null => {
    const found = props.missing.find((part) => part.code === code)
    return found ? t(`notice:missing.${found.code}`, found.params) : null
  }
  return (
    <>
      <FormField label={t('notice:fields.noticeKind')}>
        {(aria) => (
          <Select
            {...aria}
            className="nt-wide"
            value={fields.noticeKind}
            showSearch={{ optionFilterProp: 'label' }}
            options={NOTICE_KINDS.map((kind) => ({ value: kind, label: t(`terms:noticeKind.${kind}`) }))}
            onChange={(kind) => {
              setField('noticeKind', kind)
            }}
          />
        )}
      </FormField>
      <DocumentNumberField
        value={fields.documentNumber}
        change={(value) => {
          setField('documentNumber', value)
        }}
      />
      <NumberAdvice
        noticeId={props.id}
        number={fields.documentNumber}
        documentDate={fields.documentDate}
        today={props.today}
        use={(number) => {
          setField('documentNumber', number)
        }}
      />
      <h3>{t('notice:fields.dates')}</h3>
      <DateField
        name="documentDate"
        label={t('notice:fields.documentDate')}
        meaning={t('notice:fields.documentDateMeaning')}
        value={fields.documentDate}
        today={props.today}
        fault={wrong('documentDateFuture')}
        change={(date) => {
          setField('documentDate', date)
        }}
      />
      <DateField
        name="issueDate"
        label={t('notice:fields.issueDate')}
        meaning={t('notice:fields.issueDateMeaning')}
        value={fields.issueDate}
        today={props.today}
        fault={wrong('issueDateFuture') ?? wrong('dateOrder')}
        change={(date) => {
          setField('issueDate', date)
        }}
      />
      <div className="nt-field">
        <span className="nt-label">{t('notice:fields.publishDate')}</span>
        <span className="nt-soft">{t('notice:fields.publishDateMeaning')}</span>
      </div>
      <ValidityDates draft={props.draft} today={props.today} />
      <h3>{t('notice:fields.openness')}</h3>
      <div className="nt-field" data-field="disclosureMode">
        <span className="nt-label" id="disclosure-mode">
          {t('notice:fields.disclosureMode')}
        </span>
        <Radio.Group
          aria-labelledby="disclosure-mode"
          optionType="button"
          value={fields.disclosureMode}
          options={DISCLOSURE_MODES.map((mode) => ({
            value: mode,
            label: t(`terms:disclosureMode.${mode}`),
          }))}
          onChange={(event) => {
            const mode = DISCLOSURE_MODES.find((known) => known === event.target.value)
            if (mode) setField('disclosureMode', mode)
          }}
        />
        <div className="nt-field-fault">{wrong('notProactive')}</div>
      </div>
      {fields.disclosureMode === 'PROACTIVE' ? null : (
        <FormField
          name="disclosureModeReason"
          label={t('notice:fields.disclosureModeReason')}
          hint={t('notice:fields.disclosureModeReasonHint')}
        >
          {(aria) => (
            <Input.TextArea
              {...aria}
              className="grow nt-lines-3"
              value={fields.disclosureModeReason}
              onChange={(event) => {
                setField('disclosureModeReason', event.target.value)
              }}
            />
          )}
        </FormField>
      )}
      <FormField name="audience" label={t('notice:fields.audience')} fault={wrong('audience')}>
        {(aria) => (
          <Select
            {...aria}
            className="nt-wide"
            value={fields.audience}
            options={AUDIENCES.map((audience) => ({
              value: audience,
              label: t(`terms:audience.${audience}`),
            }))}
            onChange={(audience) => {
              setField('audience', audience)
            }}
          />
        )}
      </FormField>
      <h3>{t('wording:fields.summary')}</h3>
      <SummaryFields id={props.id} draft={props.draft} />
      <h3>{t('notice:fields.paper')}</h3>
      <FormField
        name="addressee"
        label={t('notice:fields.addressee')}
        hint={t('notice:fields.addresseeHint')}
      >
        {(aria) => (
          <Input
            {...aria}
            value={fields.addressee}
            placeholder={t('notice:fields.addresseeExample')}
            onChange={(event) => {
              setField('addressee', event.target.value)
            }}
          />
        )}
      </FormField>
      <FormField name="signature" label={t('notice:fields.signature')}>
        {(aria) => (
          <Input
            {...aria}
            value={fields.signature}
            placeholder={t('notice:fields.signatureDefault', { office: props.officeName })}
            onChange={(event) => {
              setField('signature', event.target.value)
            }}
          />
        )}
      </FormField>
    </>
  )
}
