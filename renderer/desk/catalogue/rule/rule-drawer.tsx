import { Button, Checkbox, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'
import type { RuleValue } from './rule-draft.ts'
import { RuleEditor } from './rule-editor.tsx'

type Props = {
  readonly row: CatalogueRow
  /** Other rows with the same deadline text. */
  readonly alike: number
  readonly take: (value: RuleValue, forAlike: boolean) => void
  readonly close: () => void
}

/** Sets the deadline of one row of the preview, or of all rows that say the same. */
export function RuleDrawer({ row, alike, take, close }: Props) {
  const { t } = useTranslation(['catalogue', 'desk'])
  const before: RuleValue = { rule: row.deadlineRule, displayPeriod: row.displayPeriod }
  const [value, setValue] = useState<RuleValue | null>(before)
  const [forAlike, setForAlike] = useState(alike > 0)
  const changed = value !== null && JSON.stringify(value) !== JSON.stringify(before)
  return (
    <Drawer
      open
      title={t('catalogue:rule.title', { item: row.itemLevel3 || row.itemLevel2 || row.itemLevel1 })}
      size={760}
      onClose={close}
      footer={
        <div className="row">
          <Button
            type="primary"
            disabled={value === null || !(changed || forAlike)}
            onClick={() => {
              if (value !== null) take(value, forAlike)
            }}
          >
            {t('catalogue:rule.take')}
          </Button>
          <Button onClick={close}>{t('desk:common.cancel')}</Button>
          {alike > 0 && (
            <Checkbox checked={forAlike} onChange={(event) => setForAlike(event.target.checked)}>
              {t('catalogue:rule.forAlike', { count: alike })}
            </Checkbox>
          )}
        </div>
      }
    >
      <RuleEditor text={row.deadlineText} value={before} change={setValue} />
    </Drawer>
  )
}
