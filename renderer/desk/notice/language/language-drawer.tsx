import { Button, Checkbox, Drawer, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { numberPieces } from '../../../../domain/language/number-run.ts'
import { structureOf } from '../../../../domain/language/copy-structure.ts'
import { scriptOf } from '../../../../domain/language/script.ts'
import { isBlank } from '../../../../domain/language/text-fault.ts'
import type { LanguageText, NoticeLanguage } from '../../../../domain/notice/language.ts'
import { BodyView } from '../../../shared/body-view.tsx'
import { scriptAttributes } from '../../../shared/language/script-attributes.ts'
import { TitleText } from '../../../shared/language/title-text.tsx'
import { FormField } from '../draft/field.tsx'
import { SaveLine } from '../draft/save-line.tsx'
import type { Draft } from '../draft/use-draft.ts'
import { LanguageEditor } from './language-editor.tsx'

type Change = (language: NoticeLanguage, part: Partial<Omit<LanguageText, 'language'>>) => void

function Work(props: {
  readonly text: LanguageText
  readonly draft: Draft
  readonly imageBase: string
  readonly change: Change
}) {
  const { t } = useTranslation(['language', 'terms'])
  const { text, draft, imageBase } = props
  const { language } = text
  const name = t(`terms:language.${language}`)
  const put = (part: Partial<Omit<LanguageText, 'language'>>) => props.change(language, part)
  const { title, body } = draft.read()
  const { direction } = scriptOf(language)
  const vertical = direction === 'VERTICAL_LR'
  return (
    <div className={vertical ? 'lg-work lg-work-columns' : 'lg-work'}>
      <section className="lg-chinese" aria-label={t('language:drawer.chinese')}>
        <h3>{t('language:drawer.chinese')}</h3>
        <div className="lg-page nt-reading" lang="zh-Hans" tabIndex={0} role="group" aria-label={title}>
          <h1>{title}</h1>
          <BodyView body={body} imageBase={imageBase} plainLinks />
        </div>
      </section>
      <section className="lg-other" aria-label={name}>
        <div className="lg-head">
          <h3>{name}</h3>
          {isBlank(text.body) && !isBlank(body) ? (
            <Button size="small" onClick={() => put({ body: structureOf(body) })}>
              {t('language:drawer.structure')}
            </Button>
          ) : null}
        </div>
        <div className="lg-fields">
          <FormField label={t('language:drawer.translator')}>
            {(aria) => (
              <Input
                {...aria}
                maxLength={100}
                autoComplete="off"
                value={text.translator}
                onChange={(event) => put({ translator: event.target.value })}
              />
            )}
          </FormField>
          <Checkbox checked={text.machine} onChange={(event) => put({ machine: event.target.checked })}>
            {t('language:drawer.machine')}
          </Checkbox>
        </div>
        {text.machine ? <p className="note">{t('language:drawer.machineHint')}</p> : null}
        <div className="lg-title-field script" {...scriptAttributes(language)}>
          <textarea
            aria-label={t('language:drawer.title', { language: name })}
            placeholder={t('language:drawer.titlePlaceholder')}
            rows={1}
            maxLength={500}
            value={text.title}
            onChange={(event) => put({ title: event.target.value.replaceAll(/\s*\n\s*/gu, ' ') })}
          />
        </div>
        {direction === 'RTL' && numberPieces(text.title).some(({ ltr }) => ltr) ? (
          // A plain field turns such numbers round; nobody shall mend in it what is right everywhere else.
          <p className="sub lg-shown">
            {t('language:drawer.shownAs')}{' '}
            <span className="script" {...scriptAttributes(language)}>
              <TitleText text={text} />
            </span>
          </p>
        ) : null}
        <LanguageEditor
          text={text}
          imageBase={imageBase}
          label={t('language:drawer.body', { language: name })}
          change={(changed) => put({ body: changed })}
        />
      </section>
    </div>
  )
}

/** A text in another language beside the Chinese one; what is typed is saved with the draft. */
export function LanguageDrawer(props: {
  readonly text: LanguageText | undefined
  readonly draft: Draft
  readonly imageBase: string
  readonly noticeId: string
  readonly change: Change
  readonly close: () => void
}) {
  const { t } = useTranslation(['language', 'terms'])
  const { text, draft } = props
  return (
    <Drawer
      open={text !== undefined}
      title={
        text === undefined
          ? ''
          : t('language:drawer.heading', { language: t(`terms:language.${text.language}`) })
      }
      extra={
        <span className="lg-extra">
          <SaveLine state={draft.state} />
          {text === undefined ? null : (
            <a
              className="nt-button"
              href={`/sheet/?notice=${encodeURIComponent(props.noticeId)}&of=draft&language=${text.language}`}
              target="_blank"
              rel="noopener"
            >
              {t('language:papers.preview')}
            </a>
          )}
        </span>
      }
      size="min(1500px, 94vw)"
      destroyOnHidden
      onClose={props.close}
    >
      {text === undefined ? null : <Work key={text.language} {...props} text={text} />}
    </Drawer>
  )
}
