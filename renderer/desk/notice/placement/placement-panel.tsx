import { useTranslation } from 'react-i18next'
import { looksLikePolicy } from '../../../../domain/notice/looks-like-policy.ts'
import type { CivilDate } from '../../../../domain/notice/content.ts'
import type { DutyChoices } from '../../../../server/notice/placement-views.ts'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { CataloguePicker } from '../draft/catalogue-picker.tsx'
import type { Draft } from '../draft/use-draft.ts'
import { Panel } from '../panel.tsx'
import { DutyField } from './duty-field.tsx'
import { InterpretationField } from './interpretation-field.tsx'
import { PolicyField } from './policy-field.tsx'
import { UnitField, useManyUnits } from './unit-field.tsx'
import type { Placing } from './use-placement.ts'

/** Where the draft belongs: its unit, the duty it works off, its interpretation. */
export function PlacementPanel(props: {
  readonly detail: NoticeDetail
  readonly draft: Draft
  readonly placing: Placing
  readonly choices: DutyChoices | undefined
  readonly today: CivilDate
}) {
  const { t } = useTranslation('notice')
  const { detail, draft, placing, choices, today } = props
  const manyUnits = useManyUnits()
  const { title, noticeKind } = draft.fields
  const item = choices?.item ?? null
  return (
    <Panel title={t('panels.placement')}>
      <UnitField placing={placing} item={item} />
      <CataloguePicker
        value={draft.fields.catalogueItemId}
        unitId={manyUnits ? placing.placement.unitId : null}
        saved={{
          itemId: detail.draft.content.catalogueItemId,
          path: detail.placement.item?.path ?? '',
        }}
        change={(chosen) => {
          draft.setField('catalogueItemId', chosen)
        }}
      />
      {item?.scope === 'NAMED_PERSONS' ? (
        <p className="nt-bad" role="alert" data-field="scope">
          {t('placement.namedPersons')}
        </p>
      ) : null}
      {item?.scope === 'LIMITED_CIRCLE' ? <p className="nt-warn">{t('placement.limitedCircle')}</p> : null}
      {item?.mode === 'ON_REQUEST' && item.scope !== 'NAMED_PERSONS' ? (
        <p className="nt-warn">{t('placement.onRequest')}</p>
      ) : null}
      {choices ? (
        <DutyField placing={placing} choices={choices} today={today} />
      ) : (
        <p className="nt-soft">{t('placement.chooseItem')}</p>
      )}
      {noticeKind === 'INTERPRETATION' ? (
        <InterpretationField placing={placing} ownId={detail.id} />
      ) : (
        <PolicyField
          placing={placing}
          suggested={looksLikePolicy({ noticeKind, title, item: item?.path ?? '' })}
        />
      )}
      <RefusalMessage error={placing.error} />
    </Panel>
  )
}
