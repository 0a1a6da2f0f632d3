import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DEADLINE_EVENTS, DEADLINE_UNITS } from '../../../../domain/duty/deadline/deadline-rule.ts'
import { emptyStage, type StageDraft } from './rule-draft.ts'

type Props = {
  readonly stages: readonly StageDraft[]
  readonly change: (stages: readonly StageDraft[]) => void
  readonly fixed: boolean
}

/** The stages of a staged disclosure, one a line, in their order. */
export function RuleStages({ stages, change, fixed }: Props) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const set = (index: number, part: Partial<StageDraft>) =>
    change(stages.map((stage, at) => (at === index ? { ...stage, ...part } : stage)))
  return (
    <>
      <ol className="rule-stages">
        {stages.map((stage, index) => {
          const number = index + 1
          return (
            <li key={index} className="rule-line">
              <Input
                aria-label={t('catalogue:rule.stageName', { number })}
                placeholder={t('catalogue:rule.stageNameExample')}
                className="rule-stage-name"
                disabled={fixed}
                value={stage.name}
                onChange={(event) => set(index, { name: event.target.value })}
              />
              <Select
                aria-label={t('catalogue:rule.stageEvent', { number })}
                className="rule-event"
                disabled={fixed}
                value={stage.from}
                popupMatchSelectWidth={false}
                options={DEADLINE_EVENTS.map((value) => ({
                  value,
                  label: t(`terms:deadlineEvent.${value}`),
                }))}
                onChange={(from) => set(index, { from })}
              />
              <Input
                aria-label={t('catalogue:rule.stageAmount', { number })}
                className="rule-number"
                inputMode="numeric"
                disabled={fixed}
                value={stage.amount}
                onChange={(event) => set(index, { amount: event.target.value })}
              />
              <Select
                aria-label={t('catalogue:rule.stageUnit', { number })}
                className="rule-unit"
                disabled={fixed}
                value={stage.unit}
                options={DEADLINE_UNITS.map((value) => ({ value, label: t(`terms:deadlineUnit.${value}`) }))}
                onChange={(unit) => set(index, { unit })}
              />
              {!fixed && (
                <Button
                  type="link"
                  aria-label={t('catalogue:rule.removeStage', { number })}
                  onClick={() => change(stages.filter((_, at) => at !== index))}
                >
                  {t('catalogue:rule.remove')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
      {!fixed && (
        <Button size="small" onClick={() => change([...stages, emptyStage()])}>
          {t('catalogue:rule.addStage')}
        </Button>
      )}
    </>
  )
}
