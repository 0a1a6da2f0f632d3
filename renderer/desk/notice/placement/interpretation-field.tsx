import { Radio } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import {
  INTERPRETATION_ELEMENTS,
  openElements,
  type InterpretationElement,
  type NoticeInterpretation,
} from '../../../../domain/notice/placement.ts'
import { href } from '../../../shared/desk/route.ts'
import { SearchedSelect } from '../../../shared/desk/searched-select.tsx'
import { useSearched } from '../../../shared/desk/use-searched.ts'
import { FormField } from '../draft/field.tsx'
import { NOTICES_KEY } from '../keys.ts'
import { findPublished } from '../notice-api.ts'
import { StatePill } from '../state-pill.tsx'
import type { Placing } from './use-placement.ts'

/** Picks the published document that is interpreted. */
function PartnerPicker({ placing, ownId }: { readonly placing: Placing; readonly ownId: string }) {
  const { t } = useTranslation('notice')
  const searched = useSearched([...NOTICES_KEY, 'partner'], findPublished)
  const { partner } = placing.view
  const offered = searched.rows.filter((row) => row.id !== ownId)
  return (
    <FormField
      name="interpretation"
      label={t('placement.interprets')}
      hint={
        partner ? (
          <span className="nt-partner">
            <StatePill state={partner.state} />
            <a className="nt-link" href={href(`/notices/${encodeURIComponent(partner.id)}`)}>
              {t('placement.openPartner')}
            </a>
          </span>
        ) : (
          t('placement.interpretsHint')
        )
      }
      fault={partner && !partner.published ? t('placement.partnerUnpublished') : null}
    >
      {(aria) => (
        <SearchedSelect
          {...aria}
          searched={searched}
          allowClear
          value={placing.placement.interpretation?.ofNoticeId ?? null}
          placeholder={t('placement.interpretsPlaceholder')}
          nothing={t('list.nothingFound')}
          saved={partner && { value: partner.id, label: partner.title }}
          options={offered.map((row) => ({ value: row.id, label: row.title }))}
          choose={(option) => {
            placing.change({
              dutyId: null,
              interpretation: option
                ? { ofNoticeId: option.value, elements: placing.placement.interpretation?.elements ?? {} }
                : null,
            })
          }}
        />
      )}
    </FormField>
  )
}

/** The seven elements, each settled by a person. */
function Elements(props: { readonly interpretation: NoticeInterpretation; readonly placing: Placing }) {
  const { t } = useTranslation(['notice', 'terms'])
  const id = useId()
  const { interpretation, placing } = props
  const open = openElements(interpretation).length
  const settle = (element: InterpretationElement, value: 'COVERED' | 'NOT_APPLICABLE') => {
    placing.change({
      interpretation: { ...interpretation, elements: { ...interpretation.elements, [element]: value } },
    })
  }
  return (
    <fieldset className="nt-elements" data-field="interpretationElements">
      <legend>{t('notice:placement.elements')}</legend>
      <p className={open > 0 ? 'nt-soft' : 'nt-soft nt-done'}>
        {open > 0 ? t('notice:placement.elementsOpen', { count: open }) : t('notice:placement.elementsDone')}
      </p>
      {INTERPRETATION_ELEMENTS.map((element) => (
        <div key={element} className="nt-element">
          <span id={`${id}-${element}`}>{t(`terms:interpretationElement.${element}`)}</span>
          <Radio.Group
            aria-labelledby={`${id}-${element}`}
            size="small"
            optionType="button"
            value={interpretation.elements[element] ?? null}
            options={[
              { value: 'COVERED', label: t('notice:placement.covered') },
              { value: 'NOT_APPLICABLE', label: t('notice:placement.notApplicable') },
            ]}
            onChange={(event) => {
              settle(element, event.target.value === 'COVERED' ? 'COVERED' : 'NOT_APPLICABLE')
            }}
          />
        </div>
      ))}
    </fieldset>
  )
}

/** What a 政策解读 explains, and whether all of it was dealt with. */
export function InterpretationField(props: { readonly placing: Placing; readonly ownId: string }) {
  const { interpretation } = props.placing.placement
  return (
    <>
      <PartnerPicker placing={props.placing} ownId={props.ownId} />
      {interpretation === null ? null : <Elements interpretation={interpretation} placing={props.placing} />}
    </>
  )
}
