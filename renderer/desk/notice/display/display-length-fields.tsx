import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisplayPlan } from '../../../../domain/display/display-plan.ts'
import type { DisplayPreset } from '../../../../domain/display/display-preset.ts'
import { displayTerm, firstDay } from '../../../../domain/display/display-run.ts'
import type { CivilDate } from '../../../../domain/notice/content.ts'
import type { DisplayChoices } from '../../../../server/display/public-display/views.ts'
import { explainReckoning } from '../../../shared/duty/explain.ts'
import { reckonEnd } from '../../api/display-api.ts'
import { DateField } from '../draft/date-field.tsx'
import { FormField } from '../draft/field.tsx'
import { useLengthWords } from './use-length-words.ts'

const UNITS = ['CALENDAR_DAY', 'WORKING_DAY'] as const
const MOST = 366

/** The preset a plan was filled from, as far as its basis tells. */
function presetOf(plan: DisplayPlan, presets: readonly DisplayPreset[]): DisplayPreset | undefined {
  return plan.basis === '' ? undefined : presets.find(({ basis }) => basis === plan.basis)
}

/** How long it hangs and from when, with the day it would end. */
export function DisplayLengthFields(props: {
  readonly plan: DisplayPlan
  readonly choices: DisplayChoices
  readonly today: CivilDate
  readonly change: (change: Partial<DisplayPlan>) => void
}) {
  const { t, i18n } = useTranslation(['display', 'terms'])
  const { t: tDuty } = useTranslation(['duty', 'terms'])
  const words = useLengthWords()
  const { plan, choices, today, change } = props
  const { count, unit } = plan.length
  // Of some no basis is known, so what was chosen is remembered while the page stands open.
  const [chosenId, setChosenId] = useState<string | null>(null)
  const preset =
    chosenId === null ? presetOf(plan, choices.presets) : choices.presets.find((one) => one.id === chosenId)
  const least = preset?.length
  const short = least && least.unit === unit && count < least.count
  const term = displayTerm(plan.length, firstDay(plan.startsOn, today))
  const end = useQuery({
    queryKey: ['display-end', term],
    queryFn: () => reckonEnd(term.start, term.amount, term.unit),
  })
  const sentence =
    end.data && explainReckoning({ ...end.data, term }, { today, language: i18n.language }, tDuty)
  const { suggested } = choices
  const same = suggested?.length.count === count && suggested.length.unit === unit
  return (
    <>
      <FormField
        label={t('display:panel.preset')}
        hint={
          preset && (
            <>
              {[
                preset.basis,
                least ? t('display:panel.atLeast', { length: words(least) }) : t('display:panel.local'),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
              {preset.verified !== 'LAW' && <span className="nt-warn"> {t('display:panel.unverified')}</span>}
            </>
          )
        }
      >
        {(aria) => (
          <Select
            {...aria}
            className="nt-wide"
            value={preset?.id ?? ''}
            options={[
              { value: '', label: t('display:panel.custom') },
              ...choices.presets.map(({ id }) => ({ value: id, label: t(`terms:displayPreset.${id}`) })),
            ]}
            onChange={(id) => {
              const chosen = choices.presets.find((one) => one.id === id)
              setChosenId(id)
              change(
                chosen
                  ? { basis: chosen.basis, ...(chosen.length && { length: chosen.length }) }
                  : { basis: '' },
              )
            }}
          />
        )}
      </FormField>
      <FormField
        label={t('display:panel.length')}
        fault={short ? t('display:panel.shorter', { length: words(least) }) : undefined}
        hint={sentence === undefined ? undefined : t('display:arithmetic.today', { sentence })}
      >
        {(aria) => (
          <div className="nt-date">
            <InputNumber
              {...aria}
              min={1}
              max={MOST}
              precision={0}
              value={count}
              onChange={(value) => {
                if (value !== null) change({ length: { count: value, unit } })
              }}
            />
            <Select
              aria-label={t('display:panel.length')}
              value={unit}
              options={UNITS.map((value) => ({ value, label: t(`display:panel.unit.${value}`) }))}
              onChange={(value) => change({ length: { count, unit: value } })}
            />
          </div>
        )}
      </FormField>
      {suggested && !same && (
        <p className="nt-soft">
          {t('display:panel.suggested', { text: suggested.deadlineText, length: words(suggested.length) })}{' '}
          <button type="button" className="nt-link" onClick={() => change({ length: suggested.length })}>
            {t('display:panel.useSuggested')}
          </button>
        </p>
      )}
      <DateField
        name="displayStart"
        label={t('display:panel.startsOn')}
        meaning={t('display:panel.startsOnHint')}
        value={plan.startsOn}
        today={today}
        fault={null}
        change={(startsOn) => change({ startsOn })}
      />
    </>
  )
}
