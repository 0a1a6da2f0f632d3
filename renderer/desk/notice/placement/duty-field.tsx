import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '../../../../domain/notice/content.ts'
import type { DutyChoice, DutyChoices, PlacedDuty } from '../../../../server/notice/placement-views.ts'
import { dayText } from '../../../shared/duty/day-text.ts'
import { FormField } from '../draft/field.tsx'
import { DueNote } from './due-note.tsx'
import type { Placing } from './use-placement.ts'
import { workedName } from './worked-name.ts'

const AUTOMATIC = 'AUTOMATIC'
const NONE = 'NONE'

/** The duty that publication works off: the oldest open one, another, or none. */
export function DutyField(props: {
  readonly placing: Placing
  readonly choices: DutyChoices
  readonly today: CivilDate
}) {
  const { t, i18n } = useTranslation('notice')
  const { t: dutyWords } = useTranslation(['duty', 'terms'])
  const { placing, choices, today } = props
  const { dutyId, noDuty = false } = placing.placement
  const byId = (id: string | null): DutyChoice | undefined => choices.choices.find((one) => one.id === id)
  const chosen = byId(dutyId)
  const automatic = byId(choices.automatic)
  const closed = noDuty ? null : choices.chosenClosed
  const worked = noDuty || closed ? undefined : (chosen ?? automatic)
  const line = (duty: PlacedDuty) =>
    t('placement.dutyLine', {
      name: workedName(duty, today, dutyWords),
      day: dayText(duty.due, today, i18n.language),
    })
  const { reckoned } = choices
  return (
    <>
      <FormField
        name="duty"
        label={t('placement.duty')}
        hint={
          worked || noDuty || closed
            ? null
            : t(choices.choices.length > 0 ? 'placement.dutyNotBegun' : 'placement.dutyNothing')
        }
      >
        {(aria) => (
          <Select
            {...aria}
            className="nt-wide"
            value={noDuty ? NONE : (closed?.id ?? chosen?.id ?? AUTOMATIC)}
            popupMatchSelectWidth={false}
            options={[
              {
                value: AUTOMATIC,
                label: automatic
                  ? t('placement.dutyAutomatic', { duty: line(automatic) })
                  : t('placement.dutyAutomaticNone'),
              },
              ...choices.choices.map((duty) => ({ value: duty.id, label: line(duty) })),
              ...(closed ? [{ value: closed.id, label: line(closed), disabled: true }] : []),
              { value: NONE, label: t('placement.dutyNone') },
            ]}
            onChange={(value) => {
              placing.change({
                dutyId: value === AUTOMATIC || value === NONE ? null : value,
                noDuty: value === NONE,
              })
            }}
          />
        )}
      </FormField>
      {closed ? (
        <p className="nt-warn" role="status">
          {t('placement.chosenClosed')}
        </p>
      ) : worked ? (
        <DueNote
          explained={{ ...worked.answer, term: worked.term, ground: worked.ground }}
          late={worked.late}
          today={today}
        />
      ) : reckoned && !noDuty ? (
        <>
          <p className="nt-label">{t('placement.reckoned')}</p>
          <DueNote
            explained={{ ...reckoned.answer, term: reckoned.term, ground: reckoned.ground }}
            late={reckoned.late}
            today={today}
          />
        </>
      ) : null}
    </>
  )
}
