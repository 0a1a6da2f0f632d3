import type { CliLanguage } from '../platform/sentence.ts'

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Text as it stands in a page that no framework draws.
 * @example escaped('<b>') // '&lt;b&gt;'
 */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
}

/**
 * The language of a browser, of the two such pages speak.
 * @example languageOf('en-GB,en;q=0.9') // 'en'
 */
export function languageOf(accepted: string): CliLanguage {
  const [first = ''] = accepted.split(',')
  return /^en\b/i.test(first.trim()) ? 'en' : 'zh-Hans'
}

const STYLE = `
  body { margin: 0 auto; background: #f6f4ef; color: #1c1c1c; }
  h1 { margin: 0 0 4px; }
  .quiet { color: #5b5b5b; font-size: 15px; }
  .said { padding: 10px 14px; border-left: 4px solid #2c6e49; background: #fff; }
  .no { border-color: #a61b1b; }`

/** Faces of such pages: what the system has. */
export const PLAIN_FACES = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/**
 * A page without any script, for a browser that cannot be expected to run ours. `body` is HTML; `style` comes after what all of them
 * share. It says which page it is to itself, so that a form of its own is told from a foreign one.
 * @example plainPage({ language: 'zh-Hans', nonce, title: '照片', style: '', body: '<h1>照片</h1>' })
 */
export function plainPage(page: {
  readonly language: CliLanguage
  readonly nonce: string
  readonly title: string
  readonly style: string
  readonly body: string
}): string {
  return `<!doctype html>
<html lang="${page.language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<title>${escaped(page.title)}</title>
<style nonce="${page.nonce}">${STYLE}${page.style}</style>
</head>
<body>
${page.body}
</body>
</html>
`
}
