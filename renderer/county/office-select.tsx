import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOfficeNames } from './use-office-names.ts'

type Props = {
  readonly id: string
  /** Empty for all. */
  readonly value: string
  readonly onChange: (office: string) => void
}

/** One office or all. */
export function OfficeSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation('county')
  const offices = useOfficeNames()
  return (
    <Select
      id={id}
      className="office-select"
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={[
        { value: '', label: t('list.allOffices') },
        ...offices.map((office) => ({ value: String(office.id), label: office.name })),
      ]}
      onChange={onChange}
    />
  )
}
