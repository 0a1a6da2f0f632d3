import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TemplateField } from '../../../domain/sheet/check-template.ts'
import { type SheetType, TYPE_ROLES } from '../../../domain/sheet/template.ts'
import type { TemplateDefinition } from '../../../domain/sheet/template-definition.ts'
import { TYPE_SIZES, typeSizeName } from '../../../domain/sheet/type-sizes.ts'
import { useFields } from './fields-context.ts'
import { NumberField } from './number-field.tsx'

type Part = keyof TemplateDefinition['type']

const FIELDS: Readonly<Record<Part, TemplateField>> = {
  head: 'SIZE_HEAD',
  title: 'SIZE_TITLE',
  heading: 'SIZE_HEADING',
  subheading: 'SIZE_SUBHEADING',
  text: 'SIZE_TEXT',
  table: 'SIZE_TABLE',
  note: 'SIZE_NOTE',
}
const PARTS = Object.keys(FIELDS) as Part[]

function TypeRow({ part }: { readonly part: Part }) {
  const { t } = useTranslation(['template', 'terms'])
  const { definition, change } = useFields()
  const type = definition.type[part]
  const set = (changed: Partial<SheetType>) =>
    change({ type: { ...definition.type, [part]: { ...type, ...changed } } })
  const name = t(`template:type.${part}`)
  const label = (what: string) => t('template:field.ofPart', { part: name, what })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Select
          className="tp-role"
          aria-label={label(t('template:field.role'))}
          value={type.role}
          options={TYPE_ROLES.map((value) => ({ value, label: t(`template:role.${value}`) }))}
          onChange={(role) => set({ role })}
        />
      </td>
      <td>
        <Select
          className="tp-size"
          aria-label={label(t('template:field.sizeName'))}
          value={typeSizeName(type.points)}
          placeholder={t('template:field.otherSize')}
          options={TYPE_SIZES.map(({ name: value }) => ({ value, label: t(`terms:typeSize.${value}`) }))}
          onChange={(chosen) => {
            const size = TYPE_SIZES.find((one) => one.name === chosen)
            if (size) set({ points: size.points })
          }}
        />
      </td>
      <td>
        <NumberField
          field={FIELDS[part]}
          step={0.5}
          bare={{ label: label(t('template:field.points')) }}
          change={(points) => set({ points })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={label(t('template:field.bold'))}
          checked={type.bold}
          onChange={(event) => set({ bold: event.target.checked })}
        />
      </td>
    </tr>
  )
}

/** What each part of the sheet is set in. */
export function TypeFields() {
  const { t } = useTranslation('template')
  return (
    <table className="tp-types">
      <thead>
        <tr>
          <th scope="col">{t('field.what')}</th>
          <th scope="col">{t('field.role')}</th>
          <th scope="col">{t('field.sizeName')}</th>
          <th scope="col">{t('field.points')}</th>
          <th scope="col">{t('field.bold')}</th>
        </tr>
      </thead>
      <tbody>
        {PARTS.map((part) => (
          <TypeRow key={part} part={part} />
        ))}
      </tbody>
    </table>
  )
}
