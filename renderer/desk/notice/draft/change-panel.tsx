import { Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { CHANGE_KINDS } from '../../../../domain/notice/change.ts'
import { Panel } from '../panel.tsx'
import { FormField } from './field.tsx'
import type { Draft } from './use-draft.ts'

/** What a next edition changes; the public reads the note at the top of it. */
export function ChangePanel({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation(['edition', 'terms'])
  const { change } = draft.fields
  return (
    <Panel title={t('edition:change.panel')} field="change">
      <div className="nt-field">
        <span className="nt-label" id="change-kind">
          {t('edition:change.kind')}
        </span>
        <Radio.Group
          aria-labelledby="change-kind"
          optionType="button"
          value={change?.kind ?? null}
          options={CHANGE_KINDS.map((kind) => ({ value: kind, label: t(`terms:changeKind.${kind}`) }))}
          onChange={(event) => {
            const kind = CHANGE_KINDS.find((known) => known === event.target.value)
            if (kind) draft.setField('change', { kind, note: change?.note ?? '' })
          }}
        />
        {change === null ? null : (
          <div className="nt-field-hint">{t(`edition:change.meaning.${change.kind}`)}</div>
        )}
      </div>
      {change === null ? null : (
        <FormField
          name="changeNote"
          label={t('edition:change.note')}
          hint={t(change.kind === 'MINOR' ? 'edition:change.noteOptional' : 'edition:change.noteRequired')}
        >
          {(aria) => (
            <Input.TextArea
              {...aria}
              className="grow nt-lines-3"
              maxLength={500}
              value={change.note}
              placeholder={t('edition:change.noteExample')}
              onChange={(event) => {
                draft.setField('change', { kind: change.kind, note: event.target.value })
              }}
            />
          )}
        </FormField>
      )}
    </Panel>
  )
}
