/** What must be found in a source document after it has been read, published, searched or printed. */
export type SourceExpectation = {
  readonly file: string
  readonly title: string
  /** False where the page shows no title and the reader names the document by its opening sentence. */
  readonly titleStands: boolean
  readonly documentNumber: string
  /** Null where the document does not say. */
  readonly documentDate: string | null
  readonly issueDate: string | null
  readonly issuer: string
  readonly lastSentence: string
  /** Words in simplified characters that a search must find in this document, and in no other that does not list them. */
  readonly keywords: readonly string[]
  readonly blocks: { readonly headings: number; readonly paragraphs: number }
}

/** The words the search is proved with. */
export const SOURCE_KEYWORDS = ['廉租房', '蒙汉文并用', '点题公开', '保密审查', '三公经费'] as const

/** The five source documents in `test/fixtures/sources/`. */
export const SOURCE_EXPECTATIONS: readonly SourceExpectation[] = [
  {
    file: '000_65d27a8072fa07a9.txt',
    title: '海东行署办公室关于印发2007年政务公开工作实施意见的通知',
    titleStands: true,
    documentNumber: '',
    documentDate: '2007-06-25',
    issueDate: null,
    issuer: '海东行署办公室',
    lastSentence:
      '各县、乡政府及其部门、行署各部门要结合本地区、本系统、本单位实际,制定具体方案,抓好工作落实。',
    keywords: ['点题公开'],
    blocks: { headings: 6, paragraphs: 14 },
  },
  {
    file: '001_b9b067c17af53a05.txt',
    title: '民政局深化政务公开意见',
    titleStands: true,
    documentNumber: '',
    documentDate: null,
    issueDate: null,
    issuer: '',
    lastSentence: '县委、县政府将对机关各部门、各单位推行政务公开制度情况进行专项督查。',
    keywords: ['廉租房', '点题公开'],
    blocks: { headings: 7, paragraphs: 77 },
  },
  {
    file: '002_74e43fde5598cab7.txt',
    title: '广州市天河区人民政府办公室关于印发2013年广州市天河区政务公开工作要点的通知',
    titleStands: true,
    documentNumber: '穗天府办〔2013〕6号',
    documentDate: '2013-04-22',
    issueDate: '2013-04-23',
    issuer: '广州市天河区人民政府办公室',
    lastSentence: '广州市天河区人民政府办公室2013年4月23日印发',
    keywords: ['保密审查', '三公经费'],
    blocks: { headings: 7, paragraphs: 59 },
  },
  {
    file: '003_ec15c48609555d03.txt',
    title: '包頭市青山區2008年政府信息公開工作年度報告',
    titleStands: true,
    documentNumber: '',
    documentDate: '2008-03-15',
    issueDate: null,
    issuer: '政府辦',
    lastSentence: '這些困難和不足,我們將在今后的工作中認真加以克服和解決。',
    keywords: ['蒙汉文并用'],
    blocks: { headings: 5, paragraphs: 13 },
  },
  {
    file: '004_276657eb3793e4d2.txt',
    title: '2017年政府信息公开工作方案',
    titleStands: false,
    documentNumber: '',
    documentDate: null,
    issueDate: null,
    issuer: '七台河市新兴区人民政府',
    lastSentence: '区委办公室、区政府办公室要加强督导检查,推动各项任务落实到位。',
    keywords: ['保密审查'],
    blocks: { headings: 13, paragraphs: 26 },
  },
]
