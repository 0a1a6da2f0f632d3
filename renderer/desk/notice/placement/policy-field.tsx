import { Input, Radio } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticePolicy } from '../../../../domain/notice/placement.ts'
import { FormField } from '../draft/field.tsx'
import type { Placing } from './use-placement.ts'

function PlanField(props: { readonly policy: NoticePolicy; readonly placing: Placing }) {
  const { t } = useTranslation('notice')
  const { policy, placing } = props
  if (policy.interpretation === 'OPEN') return null
  const planned = policy.interpretation === 'PLANNED'
  const words = planned ? policy.plan : policy.reason
  return (
    <FormField
      label={t(planned ? 'placement.plan' : 'placement.waiver')}
      hint={t(planned ? 'placement.planHint' : 'placement.waiverHint')}
    >
      {(aria) => (
        <Input.TextArea
          {...aria}
          className="grow nt-lines-2"
          value={words}
          maxLength={1000}
          placeholder={t(planned ? 'placement.planExample' : 'placement.waiverExample')}
          onChange={({ target: { value } }) => {
            placing.change(
              {
                policy: planned
                  ? { interpretation: 'PLANNED', plan: value }
                  : { interpretation: 'WAIVED', reason: value },
              },
              true,
            )
          }}
        />
      )}
    </FormField>
  )
}

/** Whether the notice is a policy document, and who interprets it by when, or why nobody does. */
export function PolicyField(props: { readonly placing: Placing; readonly suggested: boolean }) {
  const { t } = useTranslation('notice')
  const id = useId()
  const { placing, suggested } = props
  const { policy } = placing.placement
  return (
    <div data-field="policy">
      <div className="nt-field">
        <span className="nt-label" id={id}>
          {t('placement.policy')}
        </span>
        <Radio.Group
          aria-labelledby={id}
          optionType="button"
          value={policy !== null}
          options={[
            { value: true, label: t('placement.policyYes') },
            { value: false, label: t('placement.policyNo') },
          ]}
          onChange={(event) => {
            const yes = event.target.value === true
            placing.change({ policy: yes ? (policy ?? { interpretation: 'OPEN' }) : null })
          }}
        />
        {suggested && policy === null ? (
          <div className="nt-warn">{t('placement.policySuggested')}</div>
        ) : (
          <div className="nt-field-hint">{t('placement.policyHint')}</div>
        )}
      </div>
      {policy === null ? null : (
        <>
          <div className="nt-field">
            <span className="nt-label" id={`${id}-plan`}>
              {t('placement.interpretationPlan')}
            </span>
            <Radio.Group
              aria-labelledby={`${id}-plan`}
              value={policy.interpretation === 'OPEN' ? null : policy.interpretation}
              options={[
                { value: 'PLANNED', label: t('placement.planned') },
                { value: 'WAIVED', label: t('placement.waived') },
              ]}
              onChange={(event) => {
                placing.change({
                  policy:
                    event.target.value === 'PLANNED'
                      ? { interpretation: 'PLANNED', plan: '' }
                      : { interpretation: 'WAIVED', reason: '' },
                })
              }}
            />
          </div>
          <PlanField policy={policy} placing={placing} />
        </>
      )}
    </div>
  )
}
