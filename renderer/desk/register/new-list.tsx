import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { LIST_KINDS, type ListKind } from '../../../domain/register/list-change.ts'
import type { ListDetail, ListFileView, RegisterChoices } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { createList, getChoices, readListFile } from '../api/register-api.ts'
import { FileDrop } from '../../shared/desk/file-drop.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { FileNotes } from './file-notes.tsx'
import { ProposalFields, type ProposalHead } from './proposal-fields.tsx'
import { CHOICES_KEY } from './register-keys.ts'
import { useRefresh } from './use-refresh.ts'

type Typed = ProposalHead & {
  readonly unitId: string
  readonly kind: ListKind
  readonly name: string
  /** One heading a line; asked only when there is no file. */
  readonly columns?: string
}

const PREVIEW = 3

function FilePreview({ file }: { readonly file: ListFileView }) {
  const { t } = useTranslation('register')
  return (
    <section className="card" role="status">
      <h2>
        {t('file.read', { name: file.fileName })}
        <span className="soft">
          {t('file.rows', { count: file.rows.length, columns: file.labels.length })}
        </span>
      </h2>
      <div className="reg-scroll" tabIndex={0} aria-label={t('file.preview')}>
        <table className="plain">
          <thead>
            <tr>
              {file.labels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.rows.slice(0, PREVIEW).map((texts, index) => (
              <tr key={index}>
                {texts.map((text, column) => (
                  <td key={column}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FileNotes notes={file.notes} />
    </section>
  )
}

function Fields(props: { readonly choices: RegisterChoices; readonly done: (list: ListDetail) => void }) {
  const { t } = useTranslation(['register', 'terms'])
  const { units, today } = props.choices
  const [form] = Form.useForm<Typed>()
  const refresh = useRefresh()
  const read = useMutation({
    mutationFn: readListFile,
    onSuccess: (file) => {
      if (file.name !== '' && !form.isFieldTouched('name')) form.setFieldValue('name', file.name)
    },
  })
  const file = read.data
  const make = useMutation({
    mutationFn: ({ unitId, kind, name, columns = '', ...head }: Typed) => {
      const labels = file?.labels ?? columns.split('\n').filter((label) => label.trim() !== '')
      return createList({
        unitId,
        kind,
        proposal: {
          ...head,
          name,
          columns: labels.map((label) => ({ id: null, label })),
          sourceFile: file?.fileName ?? '',
          changes: (file?.rows ?? []).map((texts) => ({ kind: 'ADDED', rowId: null, texts, base: null })),
        },
      })
    },
    onSuccess: async (list) => {
      await refresh()
      props.done(list)
    },
  })
  const required = [{ required: true, whitespace: true, message: t('register:required') }]
  return (
    <>
      <FileDrop
        label={t('register:lists.fromFile')}
        hint={t('register:lists.fromFileHint')}
        accept=".xlsx,.csv"
        busy={read.isPending}
        onFile={(chosen) => read.mutate(chosen)}
      />
      <RefusalMessage error={read.error} />
      {file !== undefined && <FilePreview file={file} />}
      <Form
        form={form}
        name="new-list"
        layout="vertical"
        initialValues={{
          unitId: units[0]?.id,
          name: '',
          reason: t('register:change.firstReason'),
          legalBasis: '',
          effectiveOn: today,
        }}
        scrollToFirstError={{ focus: true }}
        onFinish={(typed) => make.mutate(typed)}
      >
        <div className="reg-two">
          <Form.Item
            name="kind"
            label={t('register:lists.kind')}
            rules={[{ required: true, message: t('register:required') }]}
          >
            <Select
              options={LIST_KINDS.map((value) => ({ value, label: t(`terms:listKind.${value}`) }))}
              onChange={(kind: ListKind) => {
                if (kind !== 'OTHER' && !form.isFieldTouched('name') && file === undefined) {
                  form.setFieldValue('name', t(`terms:listKind.${kind}`))
                }
              }}
            />
          </Form.Item>
          <Form.Item name="unitId" label={t('register:lists.unit')} rules={required}>
            <Select options={units.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        </div>
        <Form.Item name="name" label={t('register:lists.name')} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        {file === undefined && (
          <Form.Item
            name="columns"
            label={t('register:lists.columns')}
            extra={t('register:lists.columnsHint')}
            rules={required}
          >
            <Input.TextArea rows={4} className="grow" />
          </Form.Item>
        )}
        <ProposalFields replaces={false} />
        <RefusalMessage error={make.error} />
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t('register:change.submit')}
        </Button>
        <p className="sub reg-after">{t('register:change.submitHint')}</p>
      </Form>
    </>
  )
}

/** A new list, from a county's file or from headings typed here. */
export function NewList({ done }: { readonly done: (list: ListDetail) => void }) {
  const choices = useQuery({ queryKey: CHOICES_KEY, queryFn: getChoices })
  return <QueryBody query={choices}>{(data) => <Fields choices={data} done={done} />}</QueryBody>
}
