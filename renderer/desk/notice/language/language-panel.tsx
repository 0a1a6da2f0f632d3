import { Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isBlank, textFault } from '../../../../domain/language/text-fault.ts'
import { EMPTY_BODY } from '../../../../domain/notice/body.ts'
import {
  type LanguageText,
  NOTICE_LANGUAGES,
  type NoticeLanguage,
} from '../../../../domain/notice/language.ts'
import { useFaces } from '../../../shared/language/load-face.ts'
import { scriptAttributes } from '../../../shared/language/script-attributes.ts'
import { TitleText } from '../../../shared/language/title-text.tsx'
import '../../../shared/language/script.css'
import type { Draft } from '../draft/use-draft.ts'
import { LanguageDrawer } from './language-drawer.tsx'
import './language.css'

/** The texts of a draft in other languages: which there are, how far each is, and the way to each. */
export function LanguagePanel(props: {
  readonly draft: Draft
  readonly imageBase: string
  readonly noticeId: string
}) {
  const { t } = useTranslation(['language', 'terms'])
  const { draft } = props
  const { texts } = draft.fields
  const [open, setOpen] = useState<NoticeLanguage | null>(null)
  useFaces(texts.map(({ language }) => language))
  const left = NOTICE_LANGUAGES.filter((language) => texts.every((text) => text.language !== language))
  const write = (change: (texts: readonly LanguageText[]) => readonly LanguageText[]) => {
    // What was typed last counts, not what this screen was drawn from.
    draft.setField('texts', change(draft.read().texts))
  }
  const shown = texts.find((text) => text.language === open)
  return (
    <>
      {texts.length === 0 ? <p className="nt-soft">{t('language:panel.none')}</p> : null}
      <ul className="lg-lines">
        {texts.map((text) => (
          <li key={text.language} data-field={`language-${text.language}`}>
            <Line text={text} abstract={draft.fields.abstract} open={() => setOpen(text.language)} />
            <Popconfirm
              title={t('language:panel.removeAsk', { language: t(`terms:language.${text.language}`) })}
              description={isBlank(text.body) ? null : t('language:panel.removeHint')}
              okText={t('language:panel.remove')}
              cancelText={t('language:panel.keep')}
              onConfirm={() => write((all) => all.filter(({ language }) => language !== text.language))}
            >
              <Button
                size="small"
                type="text"
                aria-label={t('language:panel.removeOf', { language: t(`terms:language.${text.language}`) })}
              >
                {t('language:panel.remove')}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      {left.length > 0 ? (
        <Select<NoticeLanguage>
          className="nt-wide"
          aria-label={t('language:panel.add')}
          placeholder={t('language:panel.add')}
          value={null}
          options={left.map((language) => ({ value: language, label: t(`terms:language.${language}`) }))}
          onChange={(language) => {
            const text: LanguageText = {
              language,
              title: '',
              body: EMPTY_BODY,
              translator: '',
              machine: false,
            }
            write((all) => [...all, text])
            setOpen(language)
          }}
        />
      ) : null}
      <LanguageDrawer
        text={shown}
        draft={draft}
        imageBase={props.imageBase}
        noticeId={props.noticeId}
        change={(language, part) =>
          write((all) => all.map((text) => (text.language === language ? { ...text, ...part } : text)))
        }
        close={() => setOpen(null)}
      />
    </>
  )
}

function Line(props: { readonly text: LanguageText; readonly abstract: string; readonly open: () => void }) {
  const { t } = useTranslation(['language', 'terms'])
  const { text } = props
  const fault = textFault(text, props.abstract)
  return (
    <button type="button" className="lg-line" onClick={props.open}>
      <span className="lg-name">
        {t(`terms:language.${text.language}`)}
        {fault === null ? (
          <span className="nt-pill nt-pill-g">{t('language:panel.whole')}</span>
        ) : (
          <span className="nt-pill">{t('language:panel.lacks', { part: t(`language:part.${fault}`) })}</span>
        )}
        {text.machine ? <span className="nt-pill nt-pill-plain">{t('language:panel.machine')}</span> : null}
      </span>
      {text.title === '' ? null : (
        <span className="lg-title script" {...scriptAttributes(text.language)}>
          <TitleText text={text} />
        </span>
      )}
    </button>
  )
}
