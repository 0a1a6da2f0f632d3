import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DictionariesView, DictionaryView } from '../../../server/wording/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { chooseDictionary, DICTIONARIES_KEY, dictionaryFileAddress, getEntries } from '../api/wording-api.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'

/** A list of this length is read; more is searched. */
const MOST_SHOWN = 300

function Entries({ kind }: { readonly kind: DictionaryView['kind'] }) {
  const { t } = useTranslation(['wording', 'terms'])
  const [words, setWords] = useState('')
  const entries = useQuery({ queryKey: [...DICTIONARIES_KEY, kind], queryFn: () => getEntries(kind) })
  const leader = kind === 'LEADER'
  return (
    <QueryBody query={entries}>
      {(data) => {
        const found = data.entries.filter(
          ({ word, suggestion, note }) => words === '' || `${word} ${suggestion} ${note}`.includes(words),
        )
        return (
          <>
            <Input.Search
              aria-label={t('wording:entries.search')}
              placeholder={t('wording:entries.search')}
              allowClear
              value={words}
              onChange={(event) => setWords(event.target.value.trim())}
            />
            <p className="sub reg-after">{t('wording:entries.found', { count: found.length })}</p>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">
                    {t(leader ? 'terms:dictionaryColumn.name' : 'terms:dictionaryColumn.word')}
                  </th>
                  <th scope="col">
                    {t(leader ? 'terms:dictionaryColumn.post' : 'terms:dictionaryColumn.suggestion')}
                  </th>
                  <th scope="col">{t('terms:dictionaryColumn.severity')}</th>
                  <th scope="col">{t('terms:dictionaryColumn.note')}</th>
                </tr>
              </thead>
              <tbody>
                {found.slice(0, MOST_SHOWN).map((entry) => (
                  <tr key={entry.word}>
                    <td className="nowrap">{entry.word}</td>
                    <td>{entry.suggestion}</td>
                    <td className="nowrap">{t(`terms:wordingSeverity.${entry.severity}`)}</td>
                    <td>
                      {entry.note}
                      {entry.exceptions.length > 0 ? (
                        <p className="sub">
                          {t('wording:entries.exceptions', {
                            list: entry.exceptions.join(t('wording:comma')),
                          })}
                        </p>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }}
    </QueryBody>
  )
}

/** One dictionary: what is in use, what was in use before, and the ways to change it. */
export function DictionaryCard(props: {
  readonly dictionary: DictionaryView
  readonly mayChange: boolean
  readonly take: () => void
}) {
  const { t } = useTranslation(['wording', 'terms'])
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const { kind, versions, entryCount } = props.dictionary
  const name = t(`terms:dictionaryKind.${kind}`)
  const choose = useMutation({
    mutationFn: (version: number) => chooseDictionary(kind, version),
    onSuccess: (view) => {
      queries.setQueryData<DictionariesView>(DICTIONARIES_KEY, view)
      void queries.invalidateQueries({ queryKey: DICTIONARIES_KEY })
    },
  })
  return (
    <section className="card wd-card" aria-label={name}>
      <div className="wd-head">
        <h2>{name}</h2>
        <span className="sub">{t('wording:page.entries', { count: entryCount })}</span>
        <div className="reg-actions">
          <Button onClick={() => setOpen(true)}>{t('wording:page.see')}</Button>
          <a className="button-link" href={dictionaryFileAddress(kind)} download>
            {t('wording:page.export')}
          </a>
          {props.mayChange ? <Button onClick={props.take}>{t('wording:page.replace')}</Button> : null}
        </div>
      </div>
      <p className="sub">{t(`wording:page.what.${kind}`)}</p>
      <RefusalMessage error={choose.error} />
      <table className="plain wd-versions">
        <thead>
          <tr>
            <th scope="col">{t('wording:version.number')}</th>
            <th scope="col">{t('wording:version.source')}</th>
            <th scope="col">{t('wording:version.entries')}</th>
            <th scope="col">{t('wording:version.taken')}</th>
            <th scope="col">{t('wording:version.state')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.version}>
              <td className="nowrap">
                {version.version === 0
                  ? t('wording:version.shipped')
                  : t('wording:version.nth', { number: version.version })}
              </td>
              <td>
                {version.version === 0
                  ? t('wording:version.shippedSource')
                  : version.source || t('wording:version.noSource')}
                {version.fileName === '' ? null : <p className="sub">{version.fileName}</p>}
              </td>
              <td>{version.entryCount}</td>
              <td className="nowrap">
                {version.at?.slice(0, 10)}
                {version.by === null ? null : <p className="sub">{version.by.name}</p>}
              </td>
              <td className="nowrap">
                {version.inUse ? (
                  <span className="pill">{t('wording:version.inUse')}</span>
                ) : props.mayChange ? (
                  <Popconfirm
                    title={t('wording:version.useTitle', { name })}
                    okText={t('wording:version.use')}
                    cancelText={t('wording:cancel')}
                    onConfirm={() => choose.mutate(version.version)}
                  >
                    <Button size="small" loading={choose.isPending}>
                      {t('wording:version.use')}
                    </Button>
                  </Popconfirm>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Drawer open={open} title={name} size={720} destroyOnHidden onClose={() => setOpen(false)}>
        <Entries kind={kind} />
      </Drawer>
    </section>
  )
}
