import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { PublicContent } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, type Answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import type { Deps } from '../deps.ts'
import { comparePaper, hashOnPaper, type PaperComparison } from '../display/code/compare-paper.ts'
import { verifyCode } from '../display/code/verify-code.ts'
import type { CodeAnswer } from '../display/code/views.ts'
import { type Cli, withBoard } from './cli.ts'

async function verifyFile(
  deps: Deps,
  file: string,
): Promise<Result<{ readonly said: CodeAnswer; readonly paper: PaperComparison | null }>> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return null
    throw error
  })
  if (bytes === null) return refuse('sheet.file-unreadable', { file })
  // No PDF, or a damaged one, is bad input; the reader says so by throwing.
  const pages = await deps.work.run('readPdfPages', new Uint8Array(bytes)).catch(() => null)
  const hash = pages && hashOnPaper(pages)
  if (!pages || hash === null) return refuse('sheet.file-unreadable', { file })
  const said = verifyCode(deps.store.read, hash, deps.clock.now())
  if (!said.ok) return said
  const edition = said.value.edition && deps.store.read.sheetCode.hashes(hash)[0]
  const stored = edition ? deps.store.read.edition.byHash(edition) : undefined
  const content = stored && (JSON.parse(stored.content) as PublicContent)
  return accept({ said: said.value, paper: content ? comparePaper(content, pages) : null })
}

function lines(said: CodeAnswer): Answer['lines'] {
  const { edition, current, withdrawn } = said
  return [
    { key: `sheetVerdict.${said.verdict}` },
    ...(edition
      ? [{ key: 'sheetEdition', params: { indexNumber: edition.indexNumber, number: edition.editionNumber } }]
      : []),
    ...(edition?.paperOnly ? [{ key: 'sheetPaperOnly' }] : []),
    ...(current
      ? [{ key: 'sheetCurrent', params: { number: current.editionNumber, day: current.publishDate } }]
      : []),
    ...(withdrawn ? [{ key: 'sheetWithdrawn', params: { day: withdrawn.on } }] : []),
  ]
}

/**
 * `board sheet verify CODE…` or `--pdf FILE`: what a sheet from the wall is worth, by the office's own records and without a
 * network: in force, corrected since, taken down, or not from here. Of a PDF the text is compared paragraph by paragraph. Refuses
 * `sheet.code-unreadable`, `sheet.file-unreadable`.
 * @example board sheet verify 安宁 白云 百合 柏树 --data DIR
 */
export function addSheetVerify(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('verify').argument('[code...]'))
    .description(say('cli:help.sheetVerify'))
    .option('--pdf <file>', say('cli:option.sheetPdf'))
    .action((code: string[], options: CommonOptions & { pdf?: string }) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps): Promise<Result<Answer>> => {
          if (options.pdf === undefined) {
            const said = verifyCode(deps.store.read, code.join(' '), deps.clock.now())
            return said.ok ? accept({ data: { code: said.value }, lines: lines(said.value) }) : said
          }
          const file = await verifyFile(deps, options.pdf)
          if (!file.ok) return file
          const { said, paper } = file.value
          return accept({
            data: { code: said, paper },
            lines: [
              ...lines(said),
              ...(paper
                ? [
                    { key: 'sheetText', params: { found: paper.found, paragraphs: paper.paragraphs } },
                    ...(paper.besides.length === 0 ? [] : [{ key: 'sheetBesides' }]),
                    ...paper.besides.map((text) => ({ key: 'sheetBesidesText', params: { text } })),
                  ]
                : []),
            ],
          })
        }),
      ),
    )
}
