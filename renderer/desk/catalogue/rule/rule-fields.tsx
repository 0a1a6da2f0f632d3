import { Input, Radio, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import {
  DEADLINE_EVENTS,
  DEADLINE_UNITS,
  type PeriodOffset,
} from '../../../../domain/duty/deadline/deadline-rule.ts'
import { emptyStage, formsOf, offsetsOf, RULE_CLASSES, type RuleDraft, withClass } from './rule-draft.ts'
import { RuleStages } from './rule-stages.tsx'

type Props = {
  readonly draft: RuleDraft
  readonly change: (draft: RuleDraft) => void
  readonly fixed: boolean
}

function Amount({ draft, change, fixed }: Props) {
  const { t } = useTranslation(['catalogue', 'terms'])
  return (
    <div className="rule-line">
      <span>{t('catalogue:rule.from')}</span>
      <Select
        aria-label={t('catalogue:rule.event')}
        className="rule-event"
        disabled={fixed}
        value={draft.from}
        popupMatchSelectWidth={false}
        options={DEADLINE_EVENTS.map((value) => ({ value, label: t(`terms:deadlineEvent.${value}`) }))}
        onChange={(from) => change({ ...draft, from })}
      />
      <span>{t('catalogue:rule.on')}</span>
      <Input
        aria-label={t('catalogue:rule.amount')}
        className="rule-number"
        inputMode="numeric"
        disabled={fixed}
        value={draft.amount}
        onChange={(event) => change({ ...draft, amount: event.target.value })}
      />
      <Select
        aria-label={t('catalogue:rule.unit')}
        className="rule-unit"
        disabled={fixed}
        value={draft.unit}
        options={DEADLINE_UNITS.map((value) => ({ value, label: t(`terms:deadlineUnit.${value}`) }))}
        onChange={(unit) => change({ ...draft, unit })}
      />
      <span>{t('catalogue:rule.within')}</span>
    </div>
  )
}

/** The offsets that fit the class, and the one that was set before, so that it is seen. */
function withChosen(offsets: readonly PeriodOffset[], chosen: PeriodOffset): readonly PeriodOffset[] {
  return offsets.includes(chosen) ? offsets : [chosen, ...offsets]
}

function Monthday({ draft, change, fixed }: Props) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const offsets = draft.class === null ? [] : offsetsOf(draft.class)
  const all = withChosen(offsets, draft.offset)
  return (
    <>
      <div className="rule-line">
        <Select
          aria-label={t('catalogue:rule.month')}
          className="rule-event"
          disabled={fixed}
          value={draft.offset}
          options={all.map((value) => ({ value, label: t(`terms:periodOffset.${value}`) }))}
          onChange={(offset) => change({ ...draft, offset })}
        />
        <Input
          aria-label={t('catalogue:rule.monthday')}
          className="rule-number"
          inputMode="numeric"
          disabled={fixed}
          value={draft.monthday}
          onChange={(event) => change({ ...draft, monthday: event.target.value })}
        />
        <span>{t('catalogue:rule.beforeDay')}</span>
      </div>
      <p className="hint">{t('catalogue:rule.lastDayHint')}</p>
    </>
  )
}

function FixedDate({ draft, change, fixed }: Props) {
  const { t } = useTranslation(['catalogue', 'terms'])
  return (
    <div className="rule-line">
      <span>{t('catalogue:rule.everyYear')}</span>
      <Input
        aria-label={t('catalogue:rule.monthOfYear')}
        className="rule-number"
        inputMode="numeric"
        disabled={fixed}
        value={draft.month}
        onChange={(event) => change({ ...draft, month: event.target.value })}
      />
      <span>{t('catalogue:rule.monthWord')}</span>
      <Input
        aria-label={t('catalogue:rule.monthday')}
        className="rule-number"
        inputMode="numeric"
        disabled={fixed}
        value={draft.day}
        onChange={(event) => change({ ...draft, day: event.target.value })}
      />
      <span>{t('catalogue:rule.beforeDay')}</span>
    </div>
  )
}

function Display({ draft, change, fixed }: Props) {
  const { t } = useTranslation(['catalogue', 'terms'])
  return (
    <div className="rule-line">
      <Select
        aria-label={t('catalogue:rule.display')}
        className="rule-display"
        disabled={fixed}
        value={draft.display}
        options={(['UNSTATED', 'AT_LEAST', 'FOR_GOOD'] as const).map((value) => ({
          value,
          label: t(`catalogue:rule.displayKind.${value}`),
        }))}
        onChange={(display) => change({ ...draft, display })}
      />
      {draft.display === 'AT_LEAST' && (
        <>
          <Input
            aria-label={t('catalogue:rule.displayAmount')}
            className="rule-number"
            inputMode="numeric"
            disabled={fixed}
            value={draft.displayMin}
            onChange={(event) => change({ ...draft, displayMin: event.target.value })}
          />
          <Select
            aria-label={t('catalogue:rule.displayUnit')}
            className="rule-unit"
            disabled={fixed}
            value={draft.displayUnit}
            options={(['workday', 'day'] as const).map((value) => ({
              value,
              label: t(`terms:deadlineUnit.${value}`),
            }))}
            onChange={(displayUnit) => change({ ...draft, displayUnit })}
          />
        </>
      )}
    </div>
  )
}

/** The fields of a rule: class, form, and what the form needs; then the display period. */
export function RuleFields({ draft, change, fixed }: Props) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const kind = useId()
  const forms = draft.class === null ? [] : formsOf(draft.class)
  const shown = { draft, change, fixed }
  return (
    <>
      <h3>
        <label htmlFor={kind}>{t('catalogue:rule.class')}</label>
      </h3>
      <Select
        id={kind}
        className="rule-class"
        disabled={fixed}
        value={draft.class}
        placeholder={t('catalogue:rule.classPlaceholder')}
        options={RULE_CLASSES.map((value) => ({ value, label: t(`terms:deadlineClass.${value}`) }))}
        onChange={(value) => change(withClass(draft, value))}
      />
      {draft.class !== null && (
        <>
          <Radio.Group
            aria-label={t('catalogue:rule.form')}
            className="rule-forms"
            disabled={fixed}
            value={draft.form}
            options={forms.map((value) => ({ value, label: t(`catalogue:rule.formKind.${value}`) }))}
            onChange={(event) => {
              const form = event.target.value as RuleDraft['form']
              const stages = form === 'STAGES' && draft.stages.length === 0 ? [emptyStage()] : draft.stages
              change({ ...draft, form, stages })
            }}
          />
          {draft.form === 'AMOUNT' && <Amount {...shown} />}
          {draft.form === 'MONTHDAY' && <Monthday {...shown} />}
          {draft.form === 'DATE' && <FixedDate {...shown} />}
          {draft.form === 'STAGES' && (
            <RuleStages
              stages={draft.stages}
              fixed={fixed}
              change={(stages) => change({ ...draft, stages })}
            />
          )}
        </>
      )}
      <h3>{t('catalogue:rule.display')}</h3>
      <Display {...shown} />
    </>
  )
}
