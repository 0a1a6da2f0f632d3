import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DisplayPlan } from '../../../../domain/display/display-plan.ts'
import type { CivilDate } from '../../../../domain/notice/content.ts'
import type { DisplayChoices } from '../../../../server/display/public-display/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { getDisplayChoices } from '../../api/display-api.ts'
import { DISPLAYS_KEY } from '../../display/display-keys.ts'
import { Loading } from '../../../shared/desk/loading.tsx'
import { FormField } from '../draft/field.tsx'
import { Panel } from '../panel.tsx'
import type { Draft } from '../draft/use-draft.ts'
import './display-panel.css'
import { DisplayLengthFields } from './display-length-fields.tsx'
import { DisplayPlaces } from './display-places.tsx'
import { DisplayRenewalFields } from './display-renewal-fields.tsx'
import { useLengthWords } from './use-length-words.ts'

const ROUTE = ['telephone', 'address', 'person', 'email'] as const

function firstPlan({ suggested, boards, route }: DisplayChoices): DisplayPlan {
  return {
    startsOn: null,
    length: suggested?.length ?? { count: 7, unit: 'CALENDAR_DAY' },
    places: boards.slice(0, 1).map(({ id, name }) => ({ boardId: id, name })),
    objection: route,
    basis: '',
  }
}

type Props = {
  readonly plan: DisplayPlan
  readonly choices: DisplayChoices
  readonly today: CivilDate
  readonly change: (change: Partial<DisplayPlan>) => void
}

function Fields({ plan, choices, today, change }: Props) {
  const { t } = useTranslation('display')
  return (
    <>
      {choices.running && (
        <DisplayRenewalFields
          running={choices.running}
          renewal={plan.renewal}
          today={today}
          change={change}
        />
      )}
      <DisplayLengthFields plan={plan} choices={choices} today={today} change={change} />
      <FormField label={t('panel.basis')}>
        {(aria) => (
          <Input
            {...aria}
            maxLength={300}
            value={plan.basis}
            onChange={(event) => change({ basis: event.target.value })}
          />
        )}
      </FormField>
      <DisplayPlaces places={plan.places} boards={choices.boards} change={(places) => change({ places })} />
      <h3>{t('panel.route')}</h3>
      {ROUTE.map((way) => (
        <FormField
          key={way}
          label={t(`panel.${way}`)}
          hint={way === 'telephone' ? t('panel.telephoneHint') : undefined}
        >
          {(aria) => (
            <Input
              {...aria}
              maxLength={way === 'address' ? 300 : 100}
              value={plan.objection[way]}
              onChange={(event) => change({ objection: { ...plan.objection, [way]: event.target.value } })}
            />
          )}
        </FormField>
      ))}
    </>
  )
}

/** How a 公示 is displayed: for how long, where, and how to object; only on a notice of that kind. */
export function DisplayPanel(props: {
  readonly id: string
  readonly draft: Draft
  readonly today: CivilDate
}) {
  const { t } = useTranslation('display')
  const { fields, setField } = props.draft
  const shown = fields.noticeKind === 'PUBLIC_DISPLAY'
  const choices = useQuery({
    // Another item may ask for another length, another unit has other boards.
    queryKey: [...DISPLAYS_KEY, 'choices', props.id, fields.catalogueItemId],
    queryFn: () => getDisplayChoices(props.id),
    enabled: shown,
  })
  const length = useLengthWords()
  if (!shown) return null
  const { display } = fields
  const { data } = choices
  return (
    <Panel title={t('panel.title')} field="display">
      {data === undefined ? (
        choices.error === null ? (
          <Loading />
        ) : (
          <RefusalMessage error={choices.error} />
        )
      ) : display === null ? (
        <>
          <p className="nt-soft">{t('panel.empty')}</p>
          {data.suggested && (
            <p className="nt-soft">
              {t('panel.suggested', {
                text: data.suggested.deadlineText,
                length: length(data.suggested.length),
              })}
            </p>
          )}
          <Button className="nt-gap" onClick={() => setField('display', firstPlan(data))}>
            {t('panel.fill')}
          </Button>
        </>
      ) : (
        <Fields
          plan={display}
          choices={data}
          today={props.today}
          change={(change) => setField('display', { ...display, ...change })}
        />
      )}
    </Panel>
  )
}
