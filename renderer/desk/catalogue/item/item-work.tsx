import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueItem, CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { addRow, changeCatalogueItem, removeRow } from '../../api/catalogue-api.ts'
import { CATALOGUES_KEY } from '../catalogue-keys.ts'
import { changedFields, ItemForm } from './item-form.tsx'
import type { RuleValue } from '../rule/rule-draft.ts'
import { RuleEditor } from '../rule/rule-editor.tsx'

type Props = {
  readonly item: CatalogueItem
  readonly catalogueId: string
  readonly fixed: boolean
  readonly close: () => void
}

type Change = Partial<CatalogueRow>

function rowOf(item: CatalogueItem): CatalogueRow {
  const { id: _, catalogueId: __, position: ___, ...row } = item
  return row
}

/** The cells and the rule of an item, saved together. */
export function ItemWork({ item, catalogueId, fixed, close }: Props) {
  const { t } = useTranslation(['catalogue', 'desk'])
  const queries = useQueryClient()
  const form = useId()
  const before: RuleValue = { rule: item.deadlineRule, displayPeriod: item.displayPeriod }
  const [rule, setRule] = useState<RuleValue | null>(before)
  const [deadlineText, setDeadlineText] = useState(item.deadlineText)
  const done = async () => {
    await queries.invalidateQueries({ queryKey: CATALOGUES_KEY })
    close()
  }
  const save = useMutation({
    mutationFn: async (change: Change): Promise<void> => {
      if (item.id === '') await addRow(catalogueId, { ...rowOf(item), ...change })
      else if (Object.keys(change).length > 0) await changeCatalogueItem(item.id, change)
    },
    onSuccess: done,
  })
  const remove = useMutation({ mutationFn: () => removeRow(catalogueId, item.id), onSuccess: done })
  const send = (typed: Parameters<typeof changedFields>[1]) => {
    if (rule === null) return
    const set = JSON.stringify(rule) !== JSON.stringify(before)
    save.mutate({
      ...changedFields(item, typed),
      ...(set ? { deadlineRule: rule.rule, displayPeriod: rule.displayPeriod } : {}),
    })
  }
  return (
    <>
      <ItemForm id={form} item={item} fixed={fixed} send={send} typedDeadline={setDeadlineText} />
      <section className="drawer-part">
        <h2>{t('catalogue:rule.section')}</h2>
        <RuleEditor text={deadlineText} value={before} change={setRule} fixed={fixed} />
      </section>
      {!fixed && (
        <div className="drawer-acts">
          <Button
            type="primary"
            htmlType="submit"
            form={form}
            disabled={rule === null}
            loading={save.isPending}
          >
            {t('desk:common.save')}
          </Button>
          <Button onClick={close}>{t('desk:common.cancel')}</Button>
          {item.id !== '' && (
            <Popconfirm
              title={t('catalogue:page.removeAsk')}
              okText={t('catalogue:page.remove')}
              cancelText={t('desk:common.cancel')}
              okButtonProps={{ danger: true }}
              onConfirm={() => remove.mutate()}
            >
              <Button danger type="text" loading={remove.isPending}>
                {t('catalogue:page.remove')}
              </Button>
            </Popconfirm>
          )}
          <RefusalMessage error={save.error ?? remove.error} />
        </div>
      )}
    </>
  )
}
