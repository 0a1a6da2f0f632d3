import type { Body } from '../../domain/notice/body.ts'
import type { LanguageText, NoticeLanguage } from '../../domain/notice/language.ts'
import { paragraphs } from './publish-flow.ts'

// Words by themselves, names of languages and headings of the kiosk: no sentences, so that nothing here says anything.
const WORDS: Readonly<Partial<Record<NoticeLanguage, readonly string[]>>> = {
  'mn-Mong': ['ᠮᠡᠳᠡᠭᠳᠡᠯ', 'ᠵᠠᠷᠯᠠᠯ', 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ', 'ᠰᠢᠨ\u180eᠡ', 'ᠮᠡᠳᠡᠭᠡ', 'ᠨᠢᠭᠤᠷ', '云溪镇'],
  ug: ['ئۇيغۇرچە', 'ئېلان', 'خەۋەر', 'يېزا', '0999-6100100'],
  bo: ['བོད་ཡིག་', 'གསལ་བསྒྲགས་', 'སྤྱི་ཁྱབ་', 'བརྡ་ཐོ་'],
  ko: ['조선어', '공고', '안내', '마을'],
}

function line(language: NoticeLanguage, count: number, from: number): string {
  const words = WORDS[language] ?? [language]
  return Array.from({ length: count }, (_, at) => words[(at * 3 + from) % words.length]).join(' ')
}

/** A text in a language: `count` long paragraphs, each with a number of its own that is nowhere else (1001, 1002, …). */
export function textIn(
  language: NoticeLanguage,
  count: number,
  over: Partial<LanguageText> = {},
): LanguageText {
  const body: Body = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: line(language, 3, 1) }] },
      ...Array.from(
        { length: count },
        (_, at) => paragraphs(`${String(1001 + at)} ${line(language, 50, at)}`).content,
      ).flat(),
      {
        type: 'paragraph',
        attrs: { textAlign: 'right' },
        content: [{ type: 'text', text: line(language, 2, 0) }],
      },
    ],
  }
  return { language, title: line(language, 3, 0), body, translator: '其其格', machine: false, ...over }
}
