import { Button } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetForm } from '../../../domain/sheet/template.ts'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import { definitionOf } from '../../../domain/sheet/template-definition.ts'
import { type FieldGroup, isSameGroup, restoreGroup } from './field-groups.ts'
import { useFields } from './fields-context.ts'

/** A group of fields under its name; where it differs from the product's own values it can be set back. */
export function GroupFrame(props: {
  readonly group: FieldGroup
  readonly form: SheetForm
  readonly children: ReactNode
}) {
  const { t } = useTranslation('template')
  const heading = useId()
  const { definition, change, fixed } = useFields()
  const { group, form } = props
  const shipped = definitionOf(BUILT_IN_TEMPLATES[form])
  const differs = !isSameGroup(definition, shipped, group)
  const name = t(`group.${group}`)
  return (
    <section className="tp-group" aria-labelledby={heading}>
      <div className="tp-group-head">
        <h2 id={heading}>{name}</h2>
        {differs && !fixed ? (
          <Button
            size="small"
            type="link"
            aria-label={t('edit.restoreLabel', { group: name })}
            onClick={() => change(restoreGroup(definition, shipped, group))}
          >
            {t('edit.restore')}
          </Button>
        ) : null}
      </div>
      {props.children}
    </section>
  )
}
