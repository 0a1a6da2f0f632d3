import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Body } from '../../../domain/notice/body.ts'
import type { LanguageText, NoticeLanguage } from '../../../domain/notice/language.ts'
import {
  readableText,
  TextInLanguage,
  TitleInLanguages,
} from '../../../renderer/kiosk/notice/language-lazy.tsx'
import { createKioskQueryClient } from '../../../renderer/kiosk/frame/query-client.ts'
import { ENGLISH_TEXTS } from '../../../renderer/kiosk/frame/english-texts.ts'
import { KIOSK_TEXTS } from '../../../renderer/kiosk/frame/resources.ts'
import { startI18n, type Language } from '../../../renderer/shared/i18n.ts'
import { PATIENCE } from '../patience.ts'

const paragraphs = (text: string): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

const TITLES: Readonly<Partial<Record<NoticeLanguage, string>>> = {
  'mn-Mong': 'ᠮᠡᠳᠡᠭᠳᠡᠯ',
  ug: 'ئېلان',
  bo: 'བོད་ཡིག',
}

function textIn(language: NoticeLanguage, over: Partial<LanguageText> = {}): LanguageText {
  const title = TITLES[language] ?? language
  return { language, title, body: paragraphs(title), translator: '其其格', machine: false, ...over }
}

const order = { lead: 'HAN_FIRST', layout: 'STACKED', sizeRatio: 100, usual: true }
let orders: Record<string, typeof order>

/** A notice as far as its languages go, put together as `EditionView` does. */
function Notice(props: { readonly texts: readonly LanguageText[]; readonly language: Language }) {
  const { texts } = props
  const [chosen, setChosen] = useState(() => readableText(texts, props.language)?.language ?? null)
  const shown = readableText(texts, chosen)
  return (
    <>
      <TitleInLanguages texts={texts} shown={shown?.language ?? null} show={setChosen}>
        <h1 className="notice-title">停电公告</h1>
      </TitleInLanguages>
      <div className="notice-text">
        <TextInLanguage text={shown} imageBase="">
          <p>河西村停电。</p>
        </TextInLanguage>
      </div>
    </>
  )
}

function show(texts: readonly LanguageText[], language: Language = 'zh-Hans'): void {
  render(
    <I18nextProvider i18n={startI18n({ ...KIOSK_TEXTS, en: ENGLISH_TEXTS }, language, ['kiosk', 'terms'])}>
      <QueryClientProvider client={createKioskQueryClient()}>
        <Notice texts={texts} language={language} />
      </QueryClientProvider>
    </I18nextProvider>,
  )
}

const titles = () =>
  [...document.querySelectorAll('.notice-title')].map((element) => element.textContent ?? '')
const key = async (name: string) => await screen.findByRole('button', { name: new RegExp(name, 'u') })

beforeEach(() => {
  orders = Object.fromEntries(['mn-Mong', 'bo', 'ug'].map((language) => [language, order]))
  vi.stubGlobal('fetch', async () => Promise.resolve(new Response(JSON.stringify(orders))))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a notice in several languages on the kiosk', () => {
  it('shows every title, Chinese first while the office has set nothing', async () => {
    const text = textIn('mn-Mong')
    show([text])
    await key('蒙古文')
    expect(titles()).toEqual(['停电公告', text.title])
  })

  it('follows the order and the size the office has set', async () => {
    orders['bo'] = { ...order, lead: 'MINORITY_FIRST', layout: 'SIDE_BY_SIDE', sizeRatio: 150 }
    const text = textIn('bo')
    show([text])
    await vi.waitFor(() => expect(titles()).toEqual([text.title, '停电公告']), PATIENCE)
    const title = document.querySelector<HTMLElement>('p.notice-title')
    expect(title?.style.fontSize).toBe('2.4em')
    expect(document.querySelector<HTMLElement>('.titles')?.dataset['layout']).toBe('SIDE_BY_SIDE')
  })

  it.each([
    ['mn-Mong', '蒙古文', 'ltr', 'Mong'],
    ['ug', '维吾尔文', 'rtl', 'Arab'],
    ['bo', '藏文', 'ltr', 'Tibt'],
  ] as const)('reads %s in its own script and direction', async (language, name, dir, script) => {
    show([textIn(language)])
    expect(screen.getByText('河西村停电。')).toBeTruthy()
    fireEvent.click(await key(name))
    await vi.waitFor(() => {
      const text = document.querySelector<HTMLElement>('.notice-text .script')
      expect([text?.lang, text?.dir, text?.dataset['script']]).toEqual([language, dir, script])
    }, PATIENCE)
    expect(screen.queryByText('河西村停电。')).toBeNull()
    fireEvent.click(await key('^中文$'))
    expect(screen.getByText('河西村停电。')).toBeTruthy()
  })

  it('says that a machine made a text, and who translated it otherwise', async () => {
    show([textIn('bo', { machine: true, translator: '' }), textIn('ug')])
    fireEvent.click(await key('藏文'))
    expect(screen.getByText('机器翻译，仅供参考')).toBeTruthy()
    fireEvent.click(await key('维吾尔文'))
    expect(screen.getByText('翻译：其其格')).toBeTruthy()
    expect(screen.queryByText('机器翻译，仅供参考')).toBeNull()
  })

  it('sets telephone numbers apart in a text written from the right', async () => {
    show([textIn('ug', { body: paragraphs('تېلېفون 0999-6100100') })])
    fireEvent.click(await key('维吾尔文'))
    const apart = document.querySelector('.notice-text bdi')
    expect([apart?.textContent, apart?.getAttribute('dir')]).toEqual(['0999-6100100', 'ltr'])
  })

  it('a title without a text has no key to go to', async () => {
    show([textIn('mn-Mong', { body: paragraphs(' ') })])
    await vi.waitFor(() => expect(titles()).toHaveLength(2), PATIENCE)
    expect(screen.queryByRole('button', { name: /蒙古文/u })).toBeNull()
  })

  it('whoever has set the screen to Mongolian reads it in Mongolian from the start', async () => {
    show([textIn('mn-Mong')], 'mn-Mong')
    await vi.waitFor(() => expect(document.querySelector('.notice-text .script')).not.toBeNull(), PATIENCE)
  })

  it('a notice in Chinese only asks for no scripts', () => {
    const asked = vi.fn(async () => Promise.resolve(new Response('{}')))
    vi.stubGlobal('fetch', asked)
    show([])
    expect(titles()).toEqual(['停电公告'])
    expect(asked).not.toHaveBeenCalled()
  })
})
