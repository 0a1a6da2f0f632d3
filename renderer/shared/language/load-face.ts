import { useEffect, useState } from 'react'
import type { FontRole } from '../../../domain/language/script.ts'
import { scriptOf } from '../../../domain/language/script.ts'
import type { NoticeLanguage } from '../../../domain/notice/language.ts'

const FAMILY: Readonly<Record<FontRole, string | null>> = {
  MONGOLIAN: 'Board Mongolian',
  TIBETAN: 'Board Tibetan',
  NASKH: 'Board Naskh',
  HANGUL: 'Board Hangul',
  YI: 'Board Yi',
  LATIN: null,
}

// Each style sheet is its own file of the build, so that no screen loads a face whose script it does not show.
async function declare(role: FontRole): Promise<void> {
  switch (role) {
    case 'MONGOLIAN':
      await import('./face-mongolian.css')
      return
    case 'TIBETAN':
      await import('./face-tibetan.css')
      return
    case 'NASKH':
      await import('./face-naskh.css')
      return
    case 'HANGUL':
      await import('./face-hangul.css')
      return
    case 'YI':
      await import('./face-yi.css')
      return
    case 'LATIN':
      return
  }
}

/**
 * Brings the face of a language and waits until the letters of a text can be drawn with it; resolves also when the file
 * cannot be had, since a text in a poorer face is better than none.
 */
export async function loadFace(language: NoticeLanguage, sample: string): Promise<boolean> {
  const role = scriptOf(language).font
  try {
    await declare(role)
    const family = FAMILY[role]
    return family === null || (await document.fonts.load(`16px '${family}'`, sample)).length > 0
  } catch {
    return false
  }
}

/** Brings the faces of the languages shown; the text is drawn at once and changes its face when it is there. */
export function useFaces(languages: readonly NoticeLanguage[]): void {
  const wanted = languages.join(' ')
  const [, setLoaded] = useState('')
  useEffect(() => {
    let isCurrent = true
    const all = wanted === '' ? [] : (wanted.split(' ') as NoticeLanguage[])
    void Promise.all(all.map(async (language) => await loadFace(language, SAMPLE[language]))).then(() => {
      if (isCurrent) setLoaded(wanted)
    })
    return () => {
      isCurrent = false
    }
  }, [wanted])
}

/** A letter of each script: asking for the face without one of its letters would load nothing. */
const SAMPLE: Readonly<Record<NoticeLanguage, string>> = {
  'mn-Mong': '\u182e',
  bo: '\u0f56',
  ug: '\u0626',
  'kk-Arab': '\u0642',
  'ky-Arab': '\u0642',
  ko: '\uc870',
  za: 'V',
  ii: '\ua188',
  en: 'E',
}
