import { Radio } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PAPER_SIZES } from '../../../domain/sheet/template.ts'
import { useFields } from './fields-context.ts'

/** Size of the paper and how it lies. */
export function PaperFields() {
  const { t } = useTranslation('template')
  const { definition, change } = useFields()
  const { paper } = definition
  const size = useId()
  const orientation = useId()
  return (
    <div className="tp-pair">
      <div>
        <p id={size}>{t('field.size')}</p>
        <Radio.Group
          aria-labelledby={size}
          value={paper.size}
          options={PAPER_SIZES.map((value) => ({ value, label: value }))}
          onChange={(event) => change({ paper: { ...paper, size: event.target.value as typeof paper.size } })}
        />
      </div>
      <div>
        <p id={orientation}>{t('field.orientation')}</p>
        <Radio.Group
          aria-labelledby={orientation}
          value={paper.orientation}
          options={(['PORTRAIT', 'LANDSCAPE'] as const).map((value) => ({
            value,
            label: t(`field.${value}`),
          }))}
          onChange={(event) =>
            change({ paper: { ...paper, orientation: event.target.value as typeof paper.orientation } })
          }
        />
      </div>
    </div>
  )
}
