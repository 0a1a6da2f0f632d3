import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { getSuggestions } from '../../api/convention-api.ts'
import { FormField } from './field.tsx'
import type { Draft } from './use-draft.ts'

const MOST_KEYWORDS = 10

/** 内容概述 and 关键词: written by hand, or taken over from what the text suggests; never filled in by themselves. */
export function SummaryFields({ id, draft }: { readonly id: string; readonly draft: Draft }) {
  const { t } = useTranslation('wording')
  const { keywords, abstract } = draft.fields
  const suggest = useMutation({ mutationFn: () => getSuggestions(id, draft.read()) })
  const suggested = suggest.data
  const more = suggested?.keywords.filter((word) => !keywords.includes(word)) ?? []
  return (
    <>
      <FormField name="abstract" label={t('fields.abstract')} hint={t('fields.abstractHint')}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            className="grow nt-lines-3"
            value={abstract}
            maxLength={500}
            onChange={(event) => draft.setField('abstract', event.target.value)}
          />
        )}
      </FormField>
      <FormField name="keywords" label={t('fields.keywords')} hint={t('fields.keywordsHint')}>
        {(aria) => (
          <Select
            {...aria}
            className="nt-wide"
            mode="tags"
            open={false}
            suffixIcon={null}
            maxCount={MOST_KEYWORDS}
            tokenSeparators={['、', '，', ',', '；', ';', ' ']}
            value={[...keywords]}
            onChange={(words: string[]) =>
              draft.setField(
                'keywords',
                words.map((word) => word.trim().slice(0, 20)).filter((word) => word !== ''),
              )
            }
          />
        )}
      </FormField>
      <div className="nt-field">
        <Button loading={suggest.isPending} onClick={() => suggest.mutate()}>
          {t('fields.suggest')}
        </Button>
        <RefusalMessage error={suggest.error} />
        {suggested ? (
          <div className="nt-suggestions" role="status">
            {suggested.abstract !== '' && suggested.abstract !== abstract ? (
              <p>
                <span className="nt-soft">{t('fields.suggestedAbstract')}</span> {suggested.abstract}{' '}
                <Button size="small" onClick={() => draft.setField('abstract', suggested.abstract)}>
                  {t(abstract === '' ? 'fields.take' : 'fields.takeInstead')}
                </Button>
              </p>
            ) : null}
            {more.length > 0 ? (
              <p>
                <span className="nt-soft">{t('fields.suggestedKeywords')}</span>{' '}
                {more.map((word) => (
                  <Button
                    key={word}
                    size="small"
                    disabled={keywords.length >= MOST_KEYWORDS}
                    onClick={() => draft.setField('keywords', [...keywords, word])}
                  >
                    {t('fields.addKeyword', { word })}
                  </Button>
                ))}
              </p>
            ) : null}
            {more.length === 0 && (suggested.abstract === '' || suggested.abstract === abstract) ? (
              <p className="nt-soft">{t('fields.nothingSuggested')}</p>
            ) : null}
          </div>
        ) : null}
      </div>
    </>
  )
}
